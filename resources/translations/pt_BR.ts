<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR">
<context>
    <name>Action</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>&amp;Captura</translation>
    </message>
    <message>
        <source>Show &amp;overview</source>
        <translation>Mostrar &amp;visão geral</translation>
    </message>
    <message>
        <source>Show &amp;headers</source>
        <translation>Mostrar &amp;cabeçalhos</translation>
    </message>
    <message>
        <source>Show bod&amp;y</source>
        <translation>Mostrar c&amp;orpo</translation>
    </message>
    <message>
        <source>Show &amp;raw</source>
        <translation>Mostrar &amp;bruto</translation>
    </message>
    <message>
        <source>&amp;Export selected…</source>
        <translation>&amp;Exportar seleção…</translation>
    </message>
    <message>
        <source>Export all &amp;shown…</source>
        <translation>Exportar &amp;todas as exibidas…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>&amp;Copiar endereço</translation>
    </message>
    <message>
        <source>Copy as c&amp;URL</source>
        <translation>Copiar como c&amp;URL</translation>
    </message>
    <message>
        <source>Select &amp;all captures</source>
        <translation>Selecionar &amp;todas as capturas</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Localizar</translation>
    </message>
    <message>
        <source>&amp;Search captures</source>
        <translation>&amp;Buscar capturas</translation>
    </message>
    <message>
        <source>C&amp;lear the search</source>
        <translation>Li&amp;mpar a busca</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Acompanhar</translation>
    </message>
    <message>
        <source>Turn details &amp;beside or below</source>
        <translation>Detalhes ao &amp;lado ou abaixo</translation>
    </message>
    <message>
        <source>Go to the &amp;list</source>
        <translation>&amp;Ir para a lista</translation>
    </message>
    <message>
        <source>Go to the &amp;details</source>
        <translation>Ir para os &amp;detalhes</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Próximo painel</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>Texto &amp;maior</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texto m&amp;enor</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Tamanho normal do texto</translation>
    </message>
    <message>
        <source>Start or stop &amp;listening</source>
        <translation>&amp;Iniciar ou parar a escuta</translation>
    </message>
    <message>
        <source>&amp;Copy listener URL</source>
        <translation>&amp;Copiar URL de escuta</translation>
    </message>
    <message>
        <source>Send a &amp;test webhook</source>
        <translation>Enviar webhook de &amp;teste</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
</context>
<context>
    <name>Body</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Quebrar linhas</translation>
    </message>
    <message>
        <source>Pretty</source>
        <translation>Formatado</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Bruto</translation>
    </message>
    <message>
        <source>Too long to be wrapped</source>
        <translation>Longo demais para quebrar linhas</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>Copiar corpo</translation>
    </message>
    <message>
        <source>Save body</source>
        <translation>Salvar corpo</translation>
    </message>
    <message>
        <source>Save the body exactly as it came</source>
        <translation>Salvar o corpo exatamente como chegou</translation>
    </message>
    <message>
        <source>Laid out for reading</source>
        <translation>Organizado para facilitar a leitura</translation>
    </message>
    <message>
        <source>As it was sent, decompressed</source>
        <translation>Como foi enviado, descompactado</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulário</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Binário</translation>
    </message>
    <message>
        <source>By its declared content type.</source>
        <translation>Pelo tipo de conteúdo declarado.</translation>
    </message>
    <message>
        <source>Guessed from the content.</source>
        <translation>Deduzido pelo conteúdo.</translation>
    </message>
    <message>
        <source>None of the body arrived.</source>
        <translation>Nada do corpo chegou.</translation>
    </message>
    <message>
        <source>This is not a request that can be understood. Raw shows the bytes that came.</source>
        <translation>Não foi possível entender esta requisição. A aba Bruto mostra os bytes que chegaram.</translation>
    </message>
    <message>
        <source>This request has no body.</source>
        <translation>Esta requisição não tem corpo.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corpo</translation>
    </message>
    <message>
        <source>Body copied.</source>
        <translation>Corpo copiado.</translation>
    </message>
    <message>
        <source>Body saved as {path}.</source>
        <translation>Corpo salvo como {path}.</translation>
    </message>
    <message>
        <source>Save the body</source>
        <translation>Salvar o corpo</translation>
    </message>
</context>
<context>
    <name>CapturesView</name>
    <message>
        <source>Captures</source>
        <translation>Capturas</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>The sender had gone before it got a reply.</source>
        <translation>O remetente desconectou antes de receber a resposta.</translation>
    </message>
    <message>
        <source>Size of the body in bytes: {size}</source>
        <translation>Tamanho do corpo em bytes: {size}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Caminho</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origem</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The body is too large for a command. Export the capture instead.</source>
        <translation>O corpo é grande demais para um comando. Exporte a captura.</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Overview</source>
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corpo</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Bruto</translation>
    </message>
    <message>
        <source>Select a capture to see it.</source>
        <translation>Selecione uma captura para vê-la.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Carregando…</translation>
    </message>
    <message>
        <source>Capture details</source>
        <translation>Detalhes da captura</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export captures: {count}</source>
        <translation>Exportar capturas: {count}</translation>
    </message>
    <message>
        <source>webhooks</source>
        <translation>webhooks</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Captures exported to {path}: {count}</source>
        <translation>Capturas exportadas para {path}: {count}</translation>
    </message>
    <message>
        <source>Exporting to {path}: {written} of {total}</source>
        <translation>Exportando para {path}: {written} de {total}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this text</source>
        <translation>Localizar neste texto</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Ocorrência anterior (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Próxima ocorrência (F3)</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>Fechar a barra de localização (Esc)</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} de {total}</translation>
    </message>
</context>
<context>
    <name>Headers</name>
    <message>
        <source>The request</source>
        <translation>Requisição</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailers</translation>
    </message>
    <message>
        <source>We answered</source>
        <translation>Nossa resposta</translation>
    </message>
    <message>
        <source>Whole value</source>
        <translation>Valor completo</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar valor</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar tudo</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
</context>
<context>
    <name>ListenerBar</name>
    <message>
        <source>Copy URL</source>
        <translation>Copiar URL</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Parar escuta</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>Iniciar escuta</translation>
    </message>
    <message>
        <source>Listener URL</source>
        <translation>URL de escuta</translation>
    </message>
    <message>
        <source>Webhooks posted to this address, with any path, appear below.</source>
        <translation>Webhooks enviados para este endereço, com qualquer caminho, aparecem abaixo.</translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>sem endereço ainda</translation>
    </message>
    <message>
        <source>Copy the address to the clipboard</source>
        <translation>Copiar o endereço para a área de transferência</translation>
    </message>
    <message>
        <source>Start or stop listening (Ctrl+E)</source>
        <translation>Iniciar ou parar a escuta (Ctrl+E)</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escutando</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Escuta parada</translation>
    </message>
    <message>
        <source>Reading only</source>
        <translation>Somente leitura</translation>
    </message>
</context>
<context>
    <name>ListenerControl</name>
    <message>
        <source>Choose port…</source>
        <translation>Escolher porta…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
    <message>
        <source>Use {port}</source>
        <translation>Usar {port}</translation>
    </message>
    <message>
        <source>Nothing is being captured; the history can still be read.</source>
        <translation>Nada está sendo capturado; o histórico ainda pode ser lido.</translation>
    </message>
    <message>
        <source>Choose port</source>
        <translation>Escolher porta</translation>
    </message>
    <message>
        <source>Port to listen on, now and from now on (0 takes any free one):</source>
        <translation>Porta de escuta, agora e daqui em diante (0 usa qualquer porta livre):</translation>
    </message>
    <message>
        <source>○ Starting…</source>
        <translation>○ Iniciando…</translation>
    </message>
    <message>
        <source>● Listening on {place}</source>
        <translation>● Escutando em {place}</translation>
    </message>
    <message>
        <source>○ Stopping…</source>
        <translation>○ Parando…</translation>
    </message>
    <message>
        <source>○ Not listening</source>
        <translation>○ Escuta parada</translation>
    </message>
    <message>
        <source>◐ Reading only</source>
        <translation>◐ Somente leitura</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Follow</source>
        <translation>Acompanhar</translation>
    </message>
    <message>
        <source>Stay at the newest capture (End)</source>
        <translation>Ficar na captura mais recente (End)</translation>
    </message>
</context>
<context>
    <name>NewBelow</name>
    <message numerus="yes">
        <source>↓ %Ln new below (End)</source>
        <translation>
            <numerusform>↓ %Ln nova abaixo (End)</numerusform>
            <numerusform>↓ %Ln novas abaixo (End)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoMatchPage</name>
    <message>
        <source>Clear the search (Esc)</source>
        <translation>Limpar a busca (Esc)</translation>
    </message>
    <message>
        <source>No captures match {words}</source>
        <translation>Nenhuma captura corresponde a &quot;{words}&quot;</translation>
    </message>
    <message>
        <source>Hidden by the search: {count}</source>
        <translation>Ocultadas pela busca: {count}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Cut: only the first part of the body is kept.</source>
        <translation>Cortada: só a primeira parte do corpo foi guardada.</translation>
    </message>
    <message>
        <source>Incomplete: the sender stopped in the middle.</source>
        <translation>Incompleta: o remetente parou no meio.</translation>
    </message>
    <message>
        <source>Refused: not a request that can be understood.</source>
        <translation>Recusada: não foi possível entender a requisição.</translation>
    </message>
    <message>
        <source>from {address}</source>
        <translation>de {address}</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… e mais {count}</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 byte</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} bytes</translation>
    </message>
    <message>
        <source>{kept} of {whole} announced</source>
        <translation>{kept} de {whole} anunciados</translation>
    </message>
    <message>
        <source>None: the sender had gone.</source>
        <translation>Nenhuma: o remetente desconectou.</translation>
    </message>
    <message>
        <source>{status}, empty body</source>
        <translation>{status}, corpo vazio</translation>
    </message>
    <message>
        <source>{status}, body of {size}</source>
        <translation>{status}, corpo de {size}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Time received</source>
        <translation>Recebida em</translation>
    </message>
    <message>
        <source>In UTC</source>
        <translation>Em UTC</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origem</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Alvo</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Caminho</translation>
    </message>
    <message>
        <source>Query parameters</source>
        <translation>Parâmetros da query</translation>
    </message>
    <message>
        <source>HTTP version</source>
        <translation>Versão do HTTP</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Tipo de conteúdo</translation>
    </message>
    <message>
        <source>Content encoding</source>
        <translation>Codificação do conteúdo</translation>
    </message>
    <message>
        <source>Body size</source>
        <translation>Tamanho do corpo</translation>
    </message>
    <message>
        <source>SHA-256 of the body</source>
        <translation>SHA-256 do corpo</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Resposta</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The sender spoke HTTP/2 at once; this listener speaks HTTP/1.1. Let it begin with HTTP/1.1.</source>
        <translation>O remetente já começou em HTTP/2; este servidor fala HTTP/1.1. Faça-o começar com HTTP/1.1.</translation>
    </message>
    <message>
        <source>These bytes are not an HTTP request.</source>
        <translation>Estes bytes não são uma requisição HTTP.</translation>
    </message>
    <message>
        <source>TLS on a plain port: the sender spoke https. Give the sender the http:// address.</source>
        <translation>TLS em uma porta sem TLS: o remetente usou https. Dê ao remetente o endereço com http://.</translation>
    </message>
    <message>
        <source>Malformed request line: it must be METHOD, a space, target, a space, HTTP/1.1.</source>
        <translation>Linha de requisição malformada: deve ser MÉTODO, um espaço, alvo, um espaço, HTTP/1.1.</translation>
    </message>
    <message>
        <source>The sender asked for {version}; this listener speaks HTTP/1.0 and HTTP/1.1.</source>
        <translation>O remetente pediu {version}; este servidor fala HTTP/1.0 e HTTP/1.1.</translation>
    </message>
    <message>
        <source>Malformed head: line {line} ends in a line feed without a carriage return.</source>
        <translation>Cabeçalhos malformados: a linha {line} termina em line feed (LF) sem carriage return (CR).</translation>
    </message>
    <message>
        <source>Malformed head: line {line} is folded, which HTTP/1.1 no longer allows.</source>
        <translation>Cabeçalhos malformados: a linha {line} continua a anterior (folding), o que o HTTP/1.1 não permite mais.</translation>
    </message>
    <message>
        <source>Malformed head: line {line} has no valid header name before a colon.</source>
        <translation>Cabeçalhos malformados: a linha {line} não tem um nome de cabeçalho válido antes de dois-pontos.</translation>
    </message>
    <message>
        <source>Malformed head: line {line} holds a control character.</source>
        <translation>Cabeçalhos malformados: a linha {line} contém um caractere de controle.</translation>
    </message>
    <message>
        <source>An HTTP/1.1 request needs a Host header, and this one has none.</source>
        <translation>Uma requisição HTTP/1.1 precisa de um cabeçalho Host, e esta não tem nenhum.</translation>
    </message>
    <message>
        <source>The request has more than one Host header.</source>
        <translation>A requisição tem mais de um cabeçalho Host.</translation>
    </message>
    <message>
        <source>Malformed Content-Length: {value}</source>
        <translation>Content-Length malformado: {value}</translation>
    </message>
    <message>
        <source>The request has more than one Content-Length, so its end is ambiguous.</source>
        <translation>A requisição tem mais de um Content-Length, então seu fim é ambíguo.</translation>
    </message>
    <message>
        <source>The request has both Content-Length and Transfer-Encoding, so its end is ambiguous.</source>
        <translation>A requisição tem Content-Length e Transfer-Encoding ao mesmo tempo, então seu fim é ambíguo.</translation>
    </message>
    <message>
        <source>Transfer-Encoding {value} is not understood; only chunked is, in HTTP/1.1.</source>
        <translation>Transfer-Encoding {value} não é aceito; só chunked é, em HTTP/1.1.</translation>
    </message>
    <message>
        <source>The expectation {value} cannot be met; only 100-continue can.</source>
        <translation>A expectativa {value} não pode ser atendida; só 100-continue pode.</translation>
    </message>
    <message>
        <source>Malformed chunk after {received} bytes of the body.</source>
        <translation>Bloco (chunk) malformado após {received} bytes do corpo.</translation>
    </message>
    <message>
        <source>Malformed trailers after the chunked body.</source>
        <translation>Trailers malformados após o corpo em blocos (chunked).</translation>
    </message>
    <message>
        <source>The request line is longer than {limit} bytes.</source>
        <translation>A linha de requisição tem mais de {limit} bytes.</translation>
    </message>
    <message>
        <source>The header block is longer than {limit} bytes.</source>
        <translation>O bloco de cabeçalhos tem mais de {limit} bytes.</translation>
    </message>
    <message>
        <source>The request has more than {limit} headers.</source>
        <translation>A requisição tem mais de {limit} cabeçalhos.</translation>
    </message>
    <message>
        <source>Cut: {announced} bytes announced, the limit is {limit}. The first {kept} are kept.</source>
        <translation>Cortada: {announced} bytes anunciados, o limite é {limit}. Os primeiros {kept} foram guardados.</translation>
    </message>
    <message>
        <source>Cut: the chunked body grew over the limit of {limit} bytes. The first {kept} are kept.</source>
        <translation>Cortada: o corpo em blocos (chunked) passou do limite de {limit} bytes. Os primeiros {kept} foram guardados.</translation>
    </message>
    <message>
        <source>The sender hung up inside the head, after {received} bytes.</source>
        <translation>O remetente desconectou no meio dos cabeçalhos, após {received} bytes.</translation>
    </message>
    <message>
        <source>The sender hung up after {received} of {announced} body bytes.</source>
        <translation>O remetente desconectou após {received} de {announced} bytes do corpo.</translation>
    </message>
    <message>
        <source>The sender hung up inside a chunked body, after {received} bytes.</source>
        <translation>O remetente desconectou no meio de um corpo em blocos (chunked), após {received} bytes.</translation>
    </message>
    <message>
        <source>Too slow: the head was not complete after {seconds} s.</source>
        <translation>Lento demais: os cabeçalhos não estavam completos após {seconds} s.</translation>
    </message>
    <message>
        <source>Too slow: {received} body bytes after {seconds} s.</source>
        <translation>Lento demais: {received} bytes do corpo após {seconds} s.</translation>
    </message>
    <message>
        <source>Too much at once: more than {limit} bytes of bodies were waiting to be stored.</source>
        <translation>Muita coisa de uma vez: mais de {limit} bytes de corpos aguardavam gravação.</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program.</source>
        <translation>A porta {port} está em uso por outro programa.</translation>
    </message>
    <message>
        <source>Port {port} is taken by another program. Try a free one: --port {free}</source>
        <translation>A porta {port} está em uso por outro programa. Tente uma livre: --port {free}</translation>
    </message>
    <message>
        <source>Too many requests are waiting to be stored; senders are asked to try again.</source>
        <translation>Há requisições demais esperando para serem gravadas; pedimos aos remetentes que tentem de novo.</translation>
    </message>
    <message>
        <source>There is no history in {path} yet. Begin one with the window or with the command webhook-inspector listen.</source>
        <translation>Ainda não há histórico em {path}. Comece um com a janela ou com o comando webhook-inspector listen.</translation>
    </message>
    <message>
        <source>Content-Encoding {coding} is not understood; the body is shown still encoded.</source>
        <translation>Content-Encoding {coding} não é reconhecido; o corpo é exibido ainda codificado.</translation>
    </message>
    <message>
        <source>Content-Encoding lists {count} codings, more than any sender needs; the body is shown still encoded.</source>
        <translation>Content-Encoding lista {count} codificações, mais do que qualquer remetente precisa; o corpo é exibido ainda codificado.</translation>
    </message>
    <message>
        <source>Nested too deeply to be formatted; shown as it came.</source>
        <translation>Aninhado demais para ser formatado; exibido como chegou.</translation>
    </message>
    <message>
        <source>Port {port} needs administrator rights. Choose a port from 1024 up.</source>
        <translation>A porta {port} exige privilégios de administrador. Escolha uma porta a partir de 1024.</translation>
    </message>
    <message>
        <source>This machine has no address {host}.</source>
        <translation>Esta máquina não tem o endereço {host}.</translation>
    </message>
    <message>
        <source>Cannot listen on {host} port {port}: {reason}</source>
        <translation>Não é possível escutar em {host}, porta {port}: {reason}</translation>
    </message>
    <message>
        <source>The system has no file handles left for new connections: {reason}</source>
        <translation>O sistema não tem mais descritores de arquivo para novas conexões: {reason}</translation>
    </message>
    <message>
        <source>Reachable from your network: anyone who can reach {host} can post here.</source>
        <translation>Acessível pela sua rede: quem alcança {host} pode enviar para cá.</translation>
    </message>
    <message>
        <source>Nothing is being captured: disk full. Free some space; senders are asked to try again.</source>
        <translation>Nada está sendo capturado: disco cheio. Libere espaço; pedimos aos remetentes que tentem novamente.</translation>
    </message>
    <message>
        <source>Nothing is being captured: the history is read-only ({path}). Make the file and its folder writable; senders are asked to try again.</source>
        <translation>Nada está sendo capturado: o histórico é somente leitura ({path}). Permita a gravação no arquivo e na pasta dele; pedimos aos remetentes que tentem novamente.</translation>
    </message>
    <message>
        <source>Nothing is being captured: the history is locked by {holder}. Senders are asked to try again.</source>
        <translation>Nada está sendo capturado: o histórico está bloqueado por {holder}. Pedimos aos remetentes que tentem novamente.</translation>
    </message>
    <message>
        <source>Nothing is being captured: the history cannot be written ({reason}). Senders are asked to try again.</source>
        <translation>Nada está sendo capturado: não é possível gravar o histórico ({reason}). Pedimos aos remetentes que tentem novamente.</translation>
    </message>
    <message>
        <source>The history {path} cannot be opened: {reason}</source>
        <translation>Não é possível abrir o histórico {path}: {reason}</translation>
    </message>
    <message>
        <source>The history {path} was written by a newer version of Webhook Inspector (format {found}, this one knows {known}). It is untouched: update, or choose another folder with --data-dir.</source>
        <translation>O histórico {path} foi gravado por uma versão mais nova do Webhook Inspector (formato {found}; esta conhece o {known}). Ele não foi alterado: atualize o programa ou escolha outra pasta com --data-dir.</translation>
    </message>
    <message>
        <source>The history {path} could not be brought up to date ({reason}). It is unchanged, and a copy lies in {backup}.</source>
        <translation>Não foi possível atualizar o histórico {path} ({reason}). Ele não foi alterado, e há uma cópia em {backup}.</translation>
    </message>
    <message>
        <source>The history was damaged. It is set aside as {aside} and a new one is begun; bring back what is readable with: webhook-inspector import {aside}</source>
        <translation>O histórico estava danificado. Ele foi guardado à parte como {aside} e um novo foi iniciado; recupere o que for legível com: webhook-inspector import {aside}</translation>
    </message>
    <message>
        <source>The history file {path} was moved or deleted while in use. A new one is begun.</source>
        <translation>O arquivo do histórico {path} foi movido ou excluído durante o uso. Um novo foi iniciado.</translation>
    </message>
    <message>
        <source>The file {path} was moved or deleted while in use. The history was saved and opened again; nothing is lost.</source>
        <translation>O arquivo {path} foi movido ou excluído durante o uso. O histórico foi salvo e reaberto; nada se perdeu.</translation>
    </message>
    <message>
        <source>This folder is already in use by {holder}. Close it, or choose another folder with --data-dir.</source>
        <translation>Esta pasta já está em uso por {holder}. Feche-o ou escolha outra pasta com --data-dir.</translation>
    </message>
    <message>
        <source>Another program holds the history open for reading; its log has grown to {size} bytes.</source>
        <translation>Outro programa mantém o histórico aberto para leitura; o log do histórico já chegou a {size} bytes.</translation>
    </message>
    <message>
        <source>Content-Encoding says {coding}, but that cannot be undone: {reason}.</source>
        <translation>Content-Encoding indica {coding}, mas não é possível decodificar: {reason}.</translation>
    </message>
    <message>
        <source>The {coding} stream is damaged after {size} decoded bytes: {reason}.</source>
        <translation>O fluxo {coding} está danificado após {size} bytes decodificados: {reason}.</translation>
    </message>
    <message>
        <source>The {coding} stream ends too early, after {size} decoded bytes.</source>
        <translation>O fluxo {coding} termina cedo demais, após {size} bytes decodificados.</translation>
    </message>
    <message>
        <source>More bytes follow after the end of the {coding} stream; they are not shown.</source>
        <translation>Há mais bytes depois do fim do fluxo {coding}; eles não são exibidos.</translation>
    </message>
    <message>
        <source>The {coding} stream has too many parts; decoding stopped after {size} bytes.</source>
        <translation>O fluxo {coding} tem partes demais; a decodificação parou após {size} bytes.</translation>
    </message>
    <message>
        <source>Decoding stopped at {size} bytes, the limit.</source>
        <translation>A decodificação parou em {size} bytes, o limite.</translation>
    </message>
    <message>
        <source>Decoding stopped at {size} bytes, more than {ratio} times what came: it looks like a decompression bomb.</source>
        <translation>A decodificação parou em {size} bytes, mais de {ratio} vezes o que chegou: parece uma bomba de descompressão.</translation>
    </message>
    <message>
        <source>Decoded from {coding}: {received} bytes became {size}.</source>
        <translation>Decodificado de {coding}: {received} bytes viraram {size}.</translation>
    </message>
    <message>
        <source>The text begins with a byte order mark.</source>
        <translation>O texto começa com uma marca de ordem de bytes (BOM).</translation>
    </message>
    <message>
        <source>The declared charset {charset} is not known; shown as {used}.</source>
        <translation>O charset declarado, {charset}, não é conhecido; exibido como {used}.</translation>
    </message>
    <message>
        <source>Declared as {charset}, but byte {offset} does not fit; shown as {used}.</source>
        <translation>Declarado como {charset}, mas o byte {offset} não se encaixa; exibido como {used}.</translation>
    </message>
    <message>
        <source>Not UTF-8 from byte {offset} on, and no charset is declared; shown as Latin-1.</source>
        <translation>Não é UTF-8 a partir do byte {offset}, e nenhum charset foi declarado; exibido como Latin-1.</translation>
    </message>
    <message>
        <source>No charset is declared; shown as {used}, by the pattern of its NUL bytes.</source>
        <translation>Nenhum charset foi declarado; exibido como {used}, pelo padrão dos bytes NUL.</translation>
    </message>
    <message>
        <source>Declared {declared}, but not valid JSON: line {line}, column {column}.</source>
        <translation>Declarado como {declared}, mas não é JSON válido: linha {line}, coluna {column}.</translation>
    </message>
    <message>
        <source>Declared {declared}, but it looks like {found}.</source>
        <translation>Declarado como {declared}, mas parece {found}.</translation>
    </message>
    <message>
        <source>Declared {declared}, but without a boundary, so its parts cannot be told apart.</source>
        <translation>Declarado como {declared}, mas sem boundary, então não dá para separar as partes.</translation>
    </message>
    <message>
        <source>Declared {declared}, but its boundary occurs nowhere in the body.</source>
        <translation>Declarado como {declared}, mas o boundary não aparece em nenhum lugar do corpo.</translation>
    </message>
    <message>
        <source>The body has more than {count} parts; the rest is not shown.</source>
        <translation>O corpo tem mais de {count} partes; o resto não é exibido.</translation>
    </message>
    <message>
        <source>Only the first {shown} of {total} bytes are shown.</source>
        <translation>Só os primeiros {shown} de {total} bytes são exibidos.</translation>
    </message>
    <message>
        <source>There is no capture {id}.</source>
        <translation>A captura {id} não existe.</translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation>{path}: {reason}</translation>
    </message>
    <message>
        <source>Cannot read {path}: {reason}</source>
        <translation>Não é possível ler {path}: {reason}</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}</source>
        <translation>Não é possível gravar {path}: {reason}</translation>
    </message>
    <message>
        <source>{path} is there already. Choose another name, or overwrite it with --force.</source>
        <translation>{path} já existe. Escolha outro nome ou sobrescreva com --force.</translation>
    </message>
    <message>
        <source>{path}: not a {format} file: {reason}</source>
        <translation>{path}: não é um arquivo {format}: {reason}</translation>
    </message>
    <message>
        <source>The file this request was imported from leaves out its body of {announced} bytes.</source>
        <translation>O arquivo de onde esta requisição foi importada não inclui o corpo, de {announced} bytes.</translation>
    </message>
    <message>
        <source>There is no curl command for this request: {reason}</source>
        <translation>Não há comando curl para esta requisição: {reason}</translation>
    </message>
    <message>
        <source>The request cannot be signed by the scheme {scheme}: {reason}</source>
        <translation>A requisição não pode ser assinada pelo esquema {scheme}: {reason}</translation>
    </message>
    <message>
        <source>The data folder {path} cannot be used: {reason}</source>
        <translation>Não é possível usar a pasta de dados {path}: {reason}</translation>
    </message>
    <message>
        <source>The test request to {url} failed: {reason}</source>
        <translation>A requisição de teste para {url} falhou: {reason}</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Capturing is done by {holder}. This window shows what it captures, live.</source>
        <translation>A captura está a cargo de {holder}. Esta janela mostra o que é capturado, ao vivo.</translation>
    </message>
    <message>
        <source>Capture here</source>
        <translation>Capturar aqui</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
</context>
<context>
    <name>Raw</name>
    <message>
        <source>Request as it came</source>
        <translation>Requisição como chegou</translation>
    </message>
    <message>
        <source>Request copied.</source>
        <translation>Requisição copiada.</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>Copiar requisição</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>searching…</source>
        <translation>buscando…</translation>
    </message>
    <message>
        <source>Search captures</source>
        <translation>Buscar capturas</translation>
    </message>
    <message>
        <source>Words anywhere in address, headers or body; &quot;quotes&quot; keep blanks. (Ctrl+Shift+F)</source>
        <translation>Palavras em qualquer lugar do endereço, dos cabeçalhos ou do corpo; &quot;aspas&quot; preservam espaços. (Ctrl+Shift+F)</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>The history cannot be read</source>
        <translation>Não é possível ler o histórico</translation>
    </message>
    <message>
        <source>No webhooks yet</source>
        <translation>Nenhum webhook ainda</translation>
    </message>
    <message>
        <source>What the other program captures appears here.</source>
        <translation>O que o outro programa capturar aparece aqui.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Listener URL on the start page</source>
        <translation>URL de escuta na página inicial</translation>
    </message>
    <message>
        <source>Command that posts a webhook</source>
        <translation>Comando que envia um webhook</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>Iniciar escuta</translation>
    </message>
    <message>
        <source>Start or stop listening (Ctrl+E)</source>
        <translation>Iniciar ou parar a escuta (Ctrl+E)</translation>
    </message>
    <message>
        <source>Send a test webhook</source>
        <translation>Enviar webhook de teste</translation>
    </message>
    <message>
        <source>No webhooks yet</source>
        <translation>Nenhum webhook ainda</translation>
    </message>
    <message>
        <source>Listening. Whatever is posted to this address appears here.</source>
        <translation>Escutando. Tudo o que for enviado para este endereço aparece aqui.</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Escuta parada</translation>
    </message>
    <message>
        <source>Nothing is received. Senders get &quot;connection refused&quot;.</source>
        <translation>Nada é recebido. Os remetentes veem &quot;connection refused&quot;.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the listener URL</source>
        <translation>Copiar a URL de escuta</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copiar o comando</translation>
    </message>
    <message>
        <source>Paste this address where your provider asks for a webhook URL:</source>
        <translation>Cole este endereço onde seu provedor pede uma URL de webhook:</translation>
    </message>
    <message>
        <source>Or post one yourself, in a terminal:</source>
        <translation>Ou envie um pelo terminal:</translation>
    </message>
    <message>
        <source>Or let us post one:</source>
        <translation>Ou envie um daqui mesmo:</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>{rate}/s</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>exibindo {shown} de {total}</translation>
    </message>
    <message>
        <source>{shown} shown</source>
        <translation>exibindo {shown}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>selecionadas: {count}</translation>
    </message>
    <message>
        <source>history {size}</source>
        <translation>histórico {size}</translation>
    </message>
</context>
</TS>
