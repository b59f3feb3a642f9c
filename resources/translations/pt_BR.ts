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
        <source>&amp;Request</source>
        <translation>&amp;Requisição</translation>
    </message>
    <message>
        <source>Ti&amp;me</source>
        <translation>&amp;Hora</translation>
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
        <source>Show signa&amp;ture</source>
        <translation>Mostrar a&amp;ssinatura</translation>
    </message>
    <message>
        <source>Show deli&amp;veries</source>
        <translation>Mostrar entre&amp;gas</translation>
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
        <source>Compare with the previous of its &amp;kind</source>
        <translation>Comparar com a anterior do mesmo ti&amp;po</translation>
    </message>
    <message>
        <source>Compare with anothe&amp;r try</source>
        <translation>Comparar com &amp;outra tentativa</translation>
    </message>
    <message>
        <source>Compare the t&amp;wo selected</source>
        <translation>Comparar as &amp;duas selecionadas</translation>
    </message>
    <message>
        <source>Select &amp;all captures</source>
        <translation>Selecionar &amp;todas as capturas</translation>
    </message>
    <message>
        <source>&amp;Pin or unpin</source>
        <translation>&amp;Fixar ou desafixar</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>Not&amp;a…</translation>
    </message>
    <message>
        <source>Ta&amp;gs and colour…</source>
        <translation>Ta&amp;gs e cor…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>E&amp;xcluir</translation>
    </message>
    <message>
        <source>Clear all captur&amp;es</source>
        <translation>Limpar todas as captu&amp;ras</translation>
    </message>
    <message>
        <source>Und&amp;o the deletion</source>
        <translation>Desfa&amp;zer a exclusão</translation>
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
        <source>Sa&amp;ve filter…</source>
        <translation>Sal&amp;var filtro…</translation>
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
        <source>Sideb&amp;ar</source>
        <translation>Ba&amp;rra lateral</translation>
    </message>
    <message>
        <source>Tim&amp;eline</source>
        <translation>Linha do te&amp;mpo</translation>
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
        <source>Show or hide further tr&amp;ies</source>
        <translation>Mostrar ou ocultar outras te&amp;ntativas</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>Te&amp;xto maior</translation>
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
        <source>&amp;Endpoints and secrets…</source>
        <translation>&amp;Endpoints e segredos…</translation>
    </message>
    <message>
        <source>&amp;Copy listener URL</source>
        <translation>&amp;Copiar URL de escuta</translation>
    </message>
    <message>
        <source>Send a &amp;sample event…</source>
        <translation>En&amp;viar um evento de exemplo…</translation>
    </message>
    <message>
        <source>Edit and re&amp;send…</source>
        <translation>Editar e reen&amp;viar…</translation>
    </message>
    <message>
        <source>Resend unc&amp;hanged</source>
        <translation>Reenviar &amp;sem alterações</translation>
    </message>
    <message>
        <source>&amp;New request…</source>
        <translation>&amp;Nova requisição…</translation>
    </message>
    <message>
        <source>&amp;Paste cURL command or HTTP text…</source>
        <translation>&amp;Colar comando cURL ou texto HTTP…</translation>
    </message>
    <message>
        <source>Check the h&amp;andler…</source>
        <translation>Verificar o &amp;handler…</translation>
    </message>
    <message>
        <source>Retr&amp;y failed deliveries</source>
        <translation>&amp;Tentar de novo entregas com falha</translation>
    </message>
    <message>
        <source>&amp;Forward rules…</source>
        <translation>Regras de &amp;encaminhamento…</translation>
    </message>
    <message>
        <source>Pa&amp;use forwarding</source>
        <translation>&amp;Pausar encaminhamento</translation>
    </message>
    <message>
        <source>Repea&amp;t…</source>
        <translation>&amp;Repetir…</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>Hora &amp;local</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>Time &amp;ago</source>
        <translation>&amp;Tempo decorrido</translation>
    </message>
    <message>
        <source>Since the &amp;row above</source>
        <translation>Desde a linha &amp;acima</translation>
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
        <source>Load more</source>
        <translation>Carregar mais</translation>
    </message>
    <message>
        <source>Load all</source>
        <translation>Carregar tudo</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>Abrir em outro programa</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>Como recebido</translation>
    </message>
    <message>
        <source>Shows the bytes before decompression</source>
        <translation>Mostra os bytes antes da descompactação</translation>
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
        <source>Tree</source>
        <translation>Árvore</translation>
    </message>
    <message>
        <source>To open level by level</source>
        <translation>Para expandir nível por nível</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>One JSON value a line, to open each</source>
        <translation>Um valor JSON por linha, para expandir um a um</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>The fields of the form in a table</source>
        <translation>Os campos do formulário em uma tabela</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>The parts one by one</source>
        <translation>As partes, uma a uma</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>JSON Web Tokens, decoded</source>
        <translation>JSON Web Tokens, decodificados</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagem</translation>
    </message>
    <message>
        <source>A preview of the picture</source>
        <translation>Uma prévia da imagem</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>The bytes in hexadecimal</source>
        <translation>Os bytes em hexadecimal</translation>
    </message>
    <message>
        <source>Large body: {size}.</source>
        <translation>Corpo grande: {size}.</translation>
    </message>
    <message>
        <source>Large body: {size}, one line.</source>
        <translation>Corpo grande: {size}, uma só linha.</translation>
    </message>
    <message>
        <source>Shown re-indented.</source>
        <translation>Exibido com nova indentação.</translation>
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
        <source>Save the part</source>
        <translation>Salvar a parte</translation>
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
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Read the body as</source>
        <translation>Ler o corpo como</translation>
    </message>
    <message>
        <source>As declared, or as it fits</source>
        <translation>Como declarado ou deduzido</translation>
    </message>
    <message>
        <source>Read as you have chosen.</source>
        <translation>Lido como você escolheu.</translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation>Campos do formulário</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Como chegou</translation>
    </message>
    <message>
        <source>Body as a tree</source>
        <translation>Corpo em árvore</translation>
    </message>
    <message>
        <source>Save part…</source>
        <translation>Salvar parte…</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Part of the body</source>
        <translation>Parte do corpo</translation>
    </message>
    <message>
        <source>Copy JSON path</source>
        <translation>Copiar caminho JSON</translation>
    </message>
    <message>
        <source>Copy path for Python</source>
        <translation>Copiar caminho para Python</translation>
    </message>
    <message>
        <source>Copy path for jq</source>
        <translation>Copiar caminho para jq</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar valor</translation>
    </message>
    <message>
        <source>Go to path…</source>
        <translation>Ir para o caminho…</translation>
    </message>
    <message>
        <source>Open what is in it</source>
        <translation>Expandir o conteúdo</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Recolher tudo</translation>
    </message>
    <message>
        <source>Go to path</source>
        <translation>Ir para o caminho</translation>
    </message>
    <message>
        <source>Path of a value, such as $.items[0].id</source>
        <translation>Caminho de um valor, como $.items[0].id</translation>
    </message>
    <message>
        <source>There is no preview of this kind of picture.</source>
        <translation>Não há prévia para este tipo de imagem.</translation>
    </message>
    <message>
        <source>{format}, {width} × {height} pixels, {size}</source>
        <translation>{format}, {width} × {height} pixels, {size}</translation>
    </message>
    <message>
        <source>{what}: too large for a preview.</source>
        <translation>{what}: grande demais para uma prévia.</translation>
    </message>
    <message>
        <source>This picture is broken, or not all of it is here.</source>
        <translation>Esta imagem está corrompida ou incompleta.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel formatting</source>
        <translation>Cancelar formatação</translation>
    </message>
    <message>
        <source>Leave the body as it was sent</source>
        <translation>Deixar o corpo como foi enviado</translation>
    </message>
    <message>
        <source>Formatting… {percent} %</source>
        <translation>Formatando… {percent} %</translation>
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
    <name>Check</name>
    <message>
        <source>Verdict</source>
        <translation>Veredito</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requisição</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>O que isso significa</translation>
    </message>
    <message>
        <source>… waiting</source>
        <translation>… aguardando</translation>
    </message>
    <message>
        <source>… answered</source>
        <translation>… respondida</translation>
    </message>
    <message>
        <source>Answers of the handler</source>
        <translation>Respostas do handler</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Verificar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Copiar relatório</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;Salvar relatório…</translation>
    </message>
    <message>
        <source>Check the handler: {title}</source>
        <translation>Verificar o handler: {title}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Form of the report</source>
        <translation>Formato do relatório</translation>
    </message>
    <message>
        <source>&amp;Handler</source>
        <translation>&amp;Handler</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Válida</translation>
    </message>
    <message>
        <source>signed as it should be</source>
        <translation>assinada como deve ser</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Antiga demais</translation>
    </message>
    <message>
        <source>signed long ago</source>
        <translation>assinada há muito tempo</translation>
    </message>
    <message>
        <source>Tampered</source>
        <translation>Adulterada</translation>
    </message>
    <message>
        <source>body changed after signing</source>
        <translation>corpo alterado após a assinatura</translation>
    </message>
    <message>
        <source>Wrong secret</source>
        <translation>Segredo errado</translation>
    </message>
    <message>
        <source>signed with another secret</source>
        <translation>assinada com outro segredo</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Sem assinatura</translation>
    </message>
    <message>
        <source>without a signature</source>
        <translation>enviada sem assinatura</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicada</translation>
    </message>
    <message>
        <source>the valid one again, byte for byte</source>
        <translation>a válida de novo, byte a byte</translation>
    </message>
    <message>
        <source>right</source>
        <translation>certo</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>errado</translation>
    </message>
    <message>
        <source>open</source>
        <translation>em aberto</translation>
    </message>
    <message>
        <source>2xx, accepted</source>
        <translation>2xx, aceita</translation>
    </message>
    <message>
        <source>4xx, refused</source>
        <translation>4xx, recusada</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sem resposta</translation>
    </message>
</context>
<context>
    <name>CheckControl</name>
    <message>
        <source>capture {id}</source>
        <translation>captura {id}</translation>
    </message>
    <message>
        <source>Signed by {scheme} with “{label}” and sent: valid, twice, and broken in each way that a handler can notice. Nothing of it is kept in the history.</source>
        <translation>Assinada por {scheme} com “{label}” e enviada: válida, duas vezes, e quebrada de cada modo que um handler pode notar. Nada disso fica no histórico.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Salvar relatório</translation>
    </message>
    <message>
        <source>handler-check</source>
        <translation>handler-check</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Space switches it off or on, Del takes it out</source>
        <translation>Espaço desativa ou ativa, Del remove</translation>
    </message>
    <message>
        <source>Filter part {part}, on</source>
        <translation>Parte do filtro {part}, ativada</translation>
    </message>
    <message>
        <source>Filter part {part}, off</source>
        <translation>Parte do filtro {part}, desativada</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Parts of the filter</source>
        <translation>Partes do filtro</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>and {count} more</source>
        <translation>e mais {count}</translation>
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
        <source>Event id: {id}</source>
        <translation>ID do evento: {id}</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>Tentativa {number}</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>aguardando</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>Deliveries made: {count}</source>
        <translation>Entregas feitas: {count}</translation>
    </message>
    <message>
        <source>failed: {count}</source>
        <translation>com falha: {count}</translation>
    </message>
    <message>
        <source>waiting: {count}</source>
        <translation>aguardando: {count}</translation>
    </message>
    <message>
        <source>stopped: {count}</source>
        <translation>paradas: {count}</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>válida</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>inválida</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expirada</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>no secret</source>
        <translation>sem segredo</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Produção</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Teste</translation>
    </message>
    <message>
        <source>red</source>
        <translation>vermelho</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>laranja</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>amarelo</translation>
    </message>
    <message>
        <source>green</source>
        <translation>verde</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>roxo</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixada</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marcas</translation>
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
        <source>Provider · event</source>
        <translation>Provedor · evento</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Assinatura</translation>
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
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>há {time}</translation>
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
    <name>Compare</name>
    <message>
        <source>Difference before (Shift+F7)</source>
        <translation>Diferença anterior (Shift+F7)</translation>
    </message>
    <message>
        <source>Next difference (F7)</source>
        <translation>Próxima diferença (F7)</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>&amp;Ignore ids and times</source>
        <translation>&amp;Ignorar IDs e horários</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Unificado</translation>
    </message>
    <message>
        <source>&amp;Only what differs</source>
        <translation>&amp;Só o que difere</translation>
    </message>
    <message>
        <source>Order of &amp;headers</source>
        <translation>Ordem dos &amp;cabeçalhos</translation>
    </message>
    <message>
        <source>JSON &amp;line by line</source>
        <translation>JSON &amp;linha a linha</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} de {count}</translation>
    </message>
    <message>
        <source>Ignored paths</source>
        <translation>Caminhos ignorados</translation>
    </message>
    <message>
        <source>data.object.metadata, items[*].id, header:user-agent</source>
        <translation>data.object.metadata, items[*].id, header:user-agent</translation>
    </message>
    <message>
        <source>Values and headers that differ in every request: ids, times, signatures</source>
        <translation>Valores e cabeçalhos que diferem em toda requisição: IDs, horários, assinaturas</translation>
    </message>
    <message>
        <source>Count the order of header fields, and how their names are written</source>
        <translation>Considerar a ordem dos cabeçalhos e a grafia dos nomes</translation>
    </message>
    <message>
        <source>Count the order of members, and how values are written</source>
        <translation>Considerar a ordem dos membros e a grafia dos valores</translation>
    </message>
    <message>
        <source>Leave out lines that are the same</source>
        <translation>Omitir as linhas iguais</translation>
    </message>
    <message>
        <source>Paths of values, and header:NAME, with commas between them</source>
        <translation>Caminhos de valores e header:NOME, separados por vírgulas</translation>
    </message>
    <message>
        <source>Ignored:</source>
        <translation>Ignorados:</translation>
    </message>
    <message>
        <source>… 1 line that is the same</source>
        <translation>… 1 linha igual</translation>
    </message>
    <message>
        <source>… {count} lines that are the same</source>
        <translation>… {count} linhas iguais</translation>
    </message>
    <message>
        <source>Ignore {name}</source>
        <translation>Ignorar {name}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferenças</translation>
    </message>
    <message>
        <source>Compare {one} with {other}</source>
        <translation>Comparar {one} com {other}</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>Linha de requisição</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>Primeira linha</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Trailers</source>
        <translation>Trailers</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corpo</translation>
    </message>
    <message>
        <source>same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>alterado</translation>
    </message>
    <message>
        <source>added</source>
        <translation>adicionado</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>removido</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignorado</translation>
    </message>
    <message>
        <source>first line</source>
        <translation>primeira linha</translation>
    </message>
    <message>
        <source>1 header</source>
        <translation>1 cabeçalho</translation>
    </message>
    <message>
        <source>{count} headers</source>
        <translation>{count} cabeçalhos</translation>
    </message>
    <message>
        <source>1 trailer</source>
        <translation>1 trailer</translation>
    </message>
    <message>
        <source>{count} trailers</source>
        <translation>{count} trailers</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 valor</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} valores</translation>
    </message>
    <message>
        <source>1 line of the body</source>
        <translation>1 linha do corpo</translation>
    </message>
    <message>
        <source>{count} lines of the body</source>
        <translation>{count} linhas do corpo</translation>
    </message>
    <message>
        <source>1 is ignored.</source>
        <translation>1 é ignorada.</translation>
    </message>
    <message>
        <source>{count} are ignored.</source>
        <translation>{count} são ignoradas.</translation>
    </message>
    <message>
        <source>1 looks like an id or a time.</source>
        <translation>1 parece ser um ID ou um horário.</translation>
    </message>
    <message>
        <source>{count} look like ids or times.</source>
        <translation>{count} parecem ser IDs ou horários.</translation>
    </message>
    <message>
        <source>request line</source>
        <translation>linha de requisição</translation>
    </message>
    <message>
        <source>Different: {parts}.</source>
        <translation>Diferenças: {parts}.</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Nenhuma diferença.</translation>
    </message>
    <message>
        <source>Since the last {event} (capture {id}):</source>
        <translation>Desde o último {event} (captura {id}):</translation>
    </message>
    <message>
        <source>nothing but ids and times</source>
        <translation>nada além de IDs e horários</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>Copy all</source>
        <translation>Copiar tudo</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Outcome of the attempt</source>
        <translation>Resultado da tentativa</translation>
    </message>
    <message>
        <source>Time that the attempt took</source>
        <translation>Duração da tentativa</translation>
    </message>
    <message>
        <source>Response as it came</source>
        <translation>Resposta como chegou</translation>
    </message>
    <message>
        <source>Request as it was sent</source>
        <translation>Requisição como foi enviada</translation>
    </message>
    <message>
        <source>No request was made: nothing was sent.</source>
        <translation>Nenhuma requisição foi feita: nada foi enviado.</translation>
    </message>
    <message>
        <source>There was no response.</source>
        <translation>Não houve resposta.</translation>
    </message>
    <message>
        <source>The response has no body.</source>
        <translation>A resposta não tem corpo.</translation>
    </message>
    <message>
        <source>Body of the response</source>
        <translation>Corpo da resposta</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentativa</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>Corpo da resposta</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Request sent</source>
        <translation>Requisição enviada</translation>
    </message>
    <message>
        <source>Of the response&apos;s body the first {kept} of {all} were kept.</source>
        <translation>Do corpo da resposta foi guardado só o início: {kept} de {all}.</translation>
    </message>
    <message>
        <source>All targets answered {status}.</source>
        <translation>Todos os destinos responderam {status}.</translation>
    </message>
    <message>
        <source>The content types of the answers differ.</source>
        <translation>Os tipos de conteúdo das respostas diferem.</translation>
    </message>
    <message>
        <source>The bodies of the answers differ.</source>
        <translation>Os corpos das respostas diferem.</translation>
    </message>
    <message>
        <source>The content types and bodies of the answers differ.</source>
        <translation>Os tipos de conteúdo e os corpos das respostas diferem.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> e </translation>
    </message>
    <message>
        <source>{target} answered {status}</source>
        <translation>resposta {status} de {target}</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>aguardando</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregue</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>tempo limite</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>unknown host</source>
        <translation>host desconhecido</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>não enviada</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>desconectou</translation>
    </message>
    <message>
        <source>name {time}</source>
        <translation>nome {time}</translation>
    </message>
    <message>
        <source>connection {time}</source>
        <translation>conexão {time}</translation>
    </message>
    <message>
        <source>TLS {time}</source>
        <translation>TLS {time}</translation>
    </message>
    <message>
        <source>first byte {time}</source>
        <translation>primeiro byte {time}</translation>
    </message>
    <message>
        <source>all {time}</source>
        <translation>total {time}</translation>
    </message>
    <message>
        <source>{state}, {made} of {most} made</source>
        <translation>{state}, {made} de {most} feitas</translation>
    </message>
    <message>
        <source>{state} after {made}</source>
        <translation>{state} após {made}</translation>
    </message>
    <message>
        <source>sent by hand</source>
        <translation>enviada manualmente</translation>
    </message>
    <message>
        <source>by rule {rule}</source>
        <translation>pela regra {rule}</translation>
    </message>
    <message>
        <source>forwarding is paused</source>
        <translation>encaminhamento pausado</translation>
    </message>
    <message>
        <source>the rule is gone</source>
        <translation>a regra não existe mais</translation>
    </message>
    <message>
        <source>the rule is paused</source>
        <translation>a regra está pausada</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>em {time}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>Tentativa {number}</translation>
    </message>
    <message>
        <source>to {address}</source>
        <translation>para {address}</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Copy target</source>
        <translation>Copiar destino</translation>
    </message>
    <message>
        <source>Forward rules…</source>
        <translation>Regras de encaminhamento…</translation>
    </message>
    <message>
        <source>Earlier deliveries are not shown: {count}</source>
        <translation>Entregas anteriores não exibidas: {count}</translation>
    </message>
    <message>
        <source>No attempt was made yet.</source>
        <translation>Nenhuma tentativa foi feita ainda.</translation>
    </message>
    <message>
        <source>This capture was not sent on. A forward rule does that with every capture that fits it; to send this one, open the menu of the list and choose Forward to.</source>
        <translation>Esta captura não foi encaminhada. Uma regra de encaminhamento faz isso com cada captura que corresponde a ela; para enviar só esta, abra o menu da lista e escolha Encaminhar para.</translation>
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
        <source>Signature</source>
        <translation>Assinatura</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Entregas</translation>
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
    <name>Editor</name>
    <message>
        <source>Form fields of the draft</source>
        <translation>Campos do formulário do rascunho</translation>
    </message>
    <message>
        <source>As fields</source>
        <translation>Como campos</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Voltar ao original</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De um arquivo…</translation>
    </message>
    <message>
        <source>As parts</source>
        <translation>Como partes</translation>
    </message>
    <message>
        <source>There are too many parts to list them.</source>
        <translation>Há partes demais para listar.</translation>
    </message>
    <message>
        <source>Original bytes</source>
        <translation>Bytes originais</translation>
    </message>
    <message>
        <source>Edited •</source>
        <translation>Editado •</translation>
    </message>
    <message>
        <source>cannot be edited as text</source>
        <translation>não pode ser editado como texto</translation>
    </message>
    <message>
        <source>! Not valid JSON: line {line}, column {column}</source>
        <translation>! JSON inválido: linha {line}, coluna {column}</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Ir para o local</translation>
    </message>
    <message>
        <source>Body of the draft</source>
        <translation>Corpo do rascunho</translation>
    </message>
    <message>
        <source>Add an environment</source>
        <translation>Adicionar um ambiente</translation>
    </message>
    <message>
        <source>Remove the environment</source>
        <translation>Remover o ambiente</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variáveis</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>{{name}} in an address, a header or a body becomes the value. Kept readable in settings.toml, so no secrets here. {{$timestamp}}, {{$isoTimestamp}} and {{$uuid}} are always there.</source>
        <translation>{{name}} em um endereço, cabeçalho ou corpo vira o valor. Tudo fica legível em settings.toml, então nada de segredos aqui. {{$timestamp}}, {{$isoTimestamp}} e {{$uuid}} existem sempre.</translation>
    </message>
    <message>
        <source>Give each environment a name.</source>
        <translation>Dê um nome a cada ambiente.</translation>
    </message>
    <message>
        <source>Two environments have the same name.</source>
        <translation>Dois ambientes têm o mesmo nome.</translation>
    </message>
    <message>
        <source>“{name}” is no name for a variable: use letters, digits, . _ and -</source>
        <translation>“{name}” não é um nome de variável: use letras, dígitos, . _ e -</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>Edit as text</source>
        <translation>Editar como texto</translation>
    </message>
    <message>
        <source>What is sent of the header</source>
        <translation>O que é enviado do cabeçalho</translation>
    </message>
    <message>
        <source>Headers as text</source>
        <translation>Cabeçalhos como texto</translation>
    </message>
    <message>
        <source>Name: value, one a line; // before a line leaves it out</source>
        <translation>Nome: valor, um por linha; // antes de uma linha a omite</translation>
    </message>
    <message>
        <source>Headers of the draft</source>
        <translation>Cabeçalhos do rascunho</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>O que é enviado</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>Em uma janela própria</translation>
    </message>
    <message>
        <source>Close the editor (Ctrl+W)</source>
        <translation>Fechar o editor (Ctrl+W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Cancelar (Esc)</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter)</source>
        <translation>Enviar (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Address to send to</source>
        <translation>Endereço de destino</translation>
    </message>
    <message>
        <source>Check the certificate</source>
        <translation>Verificar o certificado</translation>
    </message>
    <message>
        <source>Use HTTP_PROXY and HTTPS_PROXY</source>
        <translation>Usar HTTP_PROXY e HTTPS_PROXY</translation>
    </message>
    <message>
        <source>Keep the Host header</source>
        <translation>Manter o cabeçalho Host</translation>
    </message>
    <message>
        <source>Send connection headers as they stand</source>
        <translation>Enviar cabeçalhos de conexão como estão</translation>
    </message>
    <message>
        <source>Fill in {{variables}}</source>
        <translation>Preencher {{variables}}</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>E&amp;ditar…</translation>
    </message>
    <message>
        <source>Certificates are not checked: anybody in between can read and change what is sent.</source>
        <translation>Os certificados não são verificados: qualquer um no meio do caminho pode ler e alterar o que é enviado.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Not followed</source>
        <translation>Não seguidos</translation>
    </message>
    <message>
        <source>Followed on the same host</source>
        <translation>Seguidos no mesmo host</translation>
    </message>
    <message>
        <source>Host, Content-Length, Transfer-Encoding, Connection and such, right or wrong</source>
        <translation>Host, Content-Length, Transfer-Encoding, Connection e afins, certos ou errados</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>as do sistema</translation>
    </message>
    <message>
        <source>Time-&amp;out</source>
        <translation>Temp&amp;o limite</translation>
    </message>
    <message>
        <source>Redirec&amp;ts</source>
        <translation>Redireciona&amp;mentos</translation>
    </message>
    <message>
        <source>T&amp;LS</source>
        <translation>T&amp;LS</translation>
    </message>
    <message>
        <source>C&amp;A file (PEM)</source>
        <translation>Ar&amp;quivo CA (PEM)</translation>
    </message>
    <message>
        <source>Pro&amp;xies</source>
        <translation>&amp;Proxies</translation>
    </message>
    <message>
        <source>Framin&amp;g</source>
        <translation>Co&amp;nexão</translation>
    </message>
    <message>
        <source>&amp;Variables</source>
        <translation>&amp;Variáveis</translation>
    </message>
    <message>
        <source>CA file (PEM)</source>
        <translation>Arquivo CA (PEM)</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>Escolher o arquivo CA</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nenhum ainda</translation>
    </message>
    <message>
        <source>Edit variables</source>
        <translation>Editar variáveis</translation>
    </message>
    <message>
        <source>The body from a file</source>
        <translation>Corpo a partir de um arquivo</translation>
    </message>
    <message>
        <source>The part from a file</source>
        <translation>Parte a partir de um arquivo</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>Arquivo CA</translation>
    </message>
    <message>
        <source>Query of the draft</source>
        <translation>Query do rascunho</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rascunho</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Cabeçalhos</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corpo</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Assinatura</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opções</translation>
    </message>
    <message>
        <source>&amp;Open as a draft</source>
        <translation>&amp;Abrir como rascunho</translation>
    </message>
    <message>
        <source>Paste a request</source>
        <translation>Colar uma requisição</translation>
    </message>
    <message>
        <source>Command or request</source>
        <translation>Comando ou requisição</translation>
    </message>
    <message>
        <source>A curl command, or a request as .http files have it. Nothing is sent yet.</source>
        <translation>Um comando curl ou uma requisição como nos arquivos .http. Nada é enviado ainda.</translation>
    </message>
    <message>
        <source>Closing the editor loses what you have changed.</source>
        <translation>Fechar o editor descarta o que você alterou.</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter aberto</translation>
    </message>
    <message>
        <source>{host} is not this machine. Send to it, now and from now on?</source>
        <translation>{host} não é esta máquina. Enviar para lá, agora e daqui em diante?</translation>
    </message>
    <message>
        <source>Send to {host}</source>
        <translation>Enviar para {host}</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Não enviar</translation>
    </message>
    <message>
        <source>The run before</source>
        <translation>Execução anterior</translation>
    </message>
    <message>
        <source>The next run</source>
        <translation>Próxima execução</translation>
    </message>
    <message>
        <source>Cancelled. The target may have got it all the same.</source>
        <translation>Cancelado. O destino pode ter recebido mesmo assim.</translation>
    </message>
    <message>
        <source>Sent to {peer}</source>
        <translation>Enviada para {peer}</translation>
    </message>
    <message>
        <source>run {number} of {count}</source>
        <translation>execução {number} de {count}</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>Execução {number}</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Headers received and sent</source>
        <translation>Cabeçalhos recebidos e enviados</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Tempos</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>Corpo da resposta</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Mudanças</translation>
    </message>
    <message>
        <source>Nothing was sent yet. Ctrl+Enter sends it.</source>
        <translation>Nada foi enviado ainda. Ctrl+Enter envia.</translation>
    </message>
    <message>
        <source>Not kept in the history. {reason}</source>
        <translation>Não guardada no histórico. {reason}</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>New id of the message</source>
        <translation>Novo ID da mensagem</translation>
    </message>
    <message>
        <source>Check the handler…</source>
        <translation>Verificar o handler…</translation>
    </message>
    <message>
        <source>Not known: choose one</source>
        <translation>Desconhecido: escolha um</translation>
    </message>
    <message>
        <source>Those of the endpoint {path}</source>
        <translation>Os do endpoint {path}</translation>
    </message>
    <message>
        <source>Another one, not kept</source>
        <translation>Outro, não guardado</translation>
    </message>
    <message>
        <source>Where the scheme signs one: a receiver may drop an id that it has seen</source>
        <translation>Se o esquema assina um: o destinatário pode descartar um ID que já viu</translation>
    </message>
    <message>
        <source>longer than allowed</source>
        <translation>mais que o permitido</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutos</translation>
    </message>
    <message>
        <source>Valid only while nothing that it covers is changed, and until it is too old.</source>
        <translation>Só é válida enquanto nada do que ela cobre mudar e até ficar antiga demais.</translation>
    </message>
    <message>
        <source>Sends it valid, twice, and broken in each way that a handler can notice</source>
        <translation>Envia a requisição válida, duas vezes, e quebrada de cada jeito que um handler pode perceber</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>Assi&amp;natura</translation>
    </message>
    <message>
        <source>Sche&amp;me</source>
        <translation>Esque&amp;ma</translation>
    </message>
    <message>
        <source>Secre&amp;t</source>
        <translation>Se&amp;gredo</translation>
    </message>
    <message>
        <source>&amp;Break on purpose</source>
        <translation>Que&amp;brar de propósito</translation>
    </message>
    <message>
        <source>E&amp;xpired by</source>
        <translation>Ex&amp;pirada há</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>como está</translation>
    </message>
    <message>
        <source>– not sent</source>
        <translation>– não enviado</translation>
    </message>
    <message>
        <source>⟳ will be recomputed</source>
        <translation>⟳ será recalculado</translation>
    </message>
    <message>
        <source>– removed</source>
        <translation>– removido</translation>
    </message>
    <message>
        <source>⟳ will be replaced</source>
        <translation>⟳ será substituído</translation>
    </message>
    <message>
        <source>+ added</source>
        <translation>+ adicionado</translation>
    </message>
    <message>
        <source>! broken on purpose</source>
        <translation>! quebrado de propósito</translation>
    </message>
    <message>
        <source>The signature is a part of the body: it will be replaced there.</source>
        <translation>A assinatura faz parte do corpo: será substituída nele.</translation>
    </message>
    <message>
        <source>The body will be changed on purpose after it is signed.</source>
        <translation>O corpo será alterado de propósito depois de assinado.</translation>
    </message>
    <message>
        <source>Keep the signature as it is</source>
        <translation>Manter a assinatura como está</translation>
    </message>
    <message>
        <source>Sign again now</source>
        <translation>Assinar de novo agora</translation>
    </message>
    <message>
        <source>Without a signature</source>
        <translation>Sem assinatura</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Expired: signed long ago</source>
        <translation>Expirada: assinada há muito tempo</translation>
    </message>
    <message>
        <source>Tampered: one byte of the body changed</source>
        <translation>Adulterada: um byte do corpo alterado</translation>
    </message>
    <message>
        <source>Signed with a wrong secret</source>
        <translation>Assinada com um segredo errado</translation>
    </message>
    <message>
        <source>Signature missing</source>
        <translation>Assinatura ausente</translation>
    </message>
    <message>
        <source>Two signatures, the right one first</source>
        <translation>Duas assinaturas, a certa primeiro</translation>
    </message>
    <message>
        <source>Two signatures, the right one last</source>
        <translation>Duas assinaturas, a certa por último</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ passou</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ falhou</translation>
    </message>
    <message>
        <source>✓ fixed: the run before failed</source>
        <translation>✓ corrigido: a execução anterior falhou</translation>
    </message>
    <message>
        <source>✗ regressed: the run before passed</source>
        <translation>✗ regrediu: a execução anterior passou</translation>
    </message>
    <message>
        <source>✗ still failing</source>
        <translation>✗ continua falhando</translation>
    </message>
    <message>
        <source>✓ still passing</source>
        <translation>✓ continua passando</translation>
    </message>
    <message>
        <source>Looking up the name</source>
        <translation>Resolução do nome</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>Handshake TLS</translation>
    </message>
    <message>
        <source>Waiting for the first byte</source>
        <translation>Espera pelo primeiro byte</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>Waiting {count} s…</source>
        <translation>Aguardando há {count} s…</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>Sem resposta</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nome do arquivo</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Tipo de conteúdo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Part from a file…</source>
        <translation>Parte de um arquivo…</translation>
    </message>
    <message>
        <source>There is no part. Add one.</source>
        <translation>Não há nenhuma parte. Adicione uma.</translation>
    </message>
    <message>
        <source>This part is no text that can be edited: {size}. Replace it from a file.</source>
        <translation>Esta parte não é um texto que possa ser editado: {size}. Substitua-a por um arquivo.</translation>
    </message>
    <message>
        <source>This part holds the boundary of the body, which ends it there. Take that out.</source>
        <translation>Esta parte contém o boundary do corpo, que a encerra ali. Remova-o.</translation>
    </message>
    <message>
        <source>Parts of the body</source>
        <translation>Partes do corpo</translation>
    </message>
    <message>
        <source>Text of the part</source>
        <translation>Texto da parte</translation>
    </message>
</context>
<context>
    <name>EditorControl</name>
    <message>
        <source>New request</source>
        <translation>Nova requisição</translation>
    </message>
    <message>
        <source>Pasted request</source>
        <translation>Requisição colada</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln captures again, to {target}?</source>
        <translation>
            <numerusform>Reenviar %Ln captura para {target}?</numerusform>
            <numerusform>Reenviar %Ln capturas para {target}?</numerusform>
        </translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Reenviar</translation>
    </message>
    <message>
        <source>Edit {id}</source>
        <translation>Editar {id}</translation>
    </message>
    <message>
        <source>Sending again…</source>
        <translation>Reenviando…</translation>
    </message>
    <message>
        <source>{host} is not this machine. Send to it, now and from now on?</source>
        <translation>{host} não é esta máquina. Enviar para lá, agora e daqui em diante?</translation>
    </message>
    <message>
        <source>Send to {host}</source>
        <translation>Enviar para {host}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent again to {target}: {statuses}</source>
        <translation>
            <numerusform>%Ln reenviada para {target}: {statuses}</numerusform>
            <numerusform>%Ln reenviadas para {target}: {statuses}</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Não enviar</translation>
    </message>
</context>
<context>
    <name>Endpoints</name>
    <message>
        <source>Signature header</source>
        <translation>Cabeçalho da assinatura</translation>
    </message>
    <message>
        <source>The header that carries the signature.</source>
        <translation>O cabeçalho que traz a assinatura.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Prefixo</translation>
    </message>
    <message>
        <source>What stands before the signature in its header.</source>
        <translation>O que vem antes da assinatura no cabeçalho.</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>The hash inside the HMAC.</source>
        <translation>O hash usado no HMAC.</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificação</translation>
    </message>
    <message>
        <source>How the signature is written; HEX is hex in capitals.</source>
        <translation>Como a assinatura é escrita; HEX é hex em maiúsculas.</translation>
    </message>
    <message>
        <source>Signed content</source>
        <translation>Conteúdo assinado</translation>
    </message>
    <message>
        <source>What is signed: {body}, {timestamp}, {url}, {method}, {header.Name} and {field.name} stand for those of the request.</source>
        <translation>O que é assinado: {body}, {timestamp}, {url}, {method}, {header.Name} e {field.name} representam os da requisição.</translation>
    </message>
    <message>
        <source>Timestamp header</source>
        <translation>Cabeçalho do timestamp</translation>
    </message>
    <message>
        <source>The header that carries the time of the signature.</source>
        <translation>O cabeçalho que traz a hora da assinatura.</translation>
    </message>
    <message>
        <source>Timestamp unit</source>
        <translation>Unidade do timestamp</translation>
    </message>
    <message>
        <source>Seconds or milliseconds since 1970, or an ISO date.</source>
        <translation>Segundos ou milissegundos desde 1970, ou uma data ISO.</translation>
    </message>
    <message>
        <source>Key encoding</source>
        <translation>Codificação da chave</translation>
    </message>
    <message>
        <source>Whether the secret is the key as it stands, or the key in hex or base64.</source>
        <translation>Se o segredo é a própria chave, ou a chave em hex ou base64.</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Cabeçalho</translation>
    </message>
    <message>
        <source>The header that carries the token or the signature.</source>
        <translation>O cabeçalho que traz o token ou a assinatura.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parâmetro</translation>
    </message>
    <message>
        <source>The parameter of the address that carries the token.</source>
        <translation>O parâmetro do endereço que traz o token.</translation>
    </message>
    <message>
        <source>Webhook id</source>
        <translation>ID do webhook</translation>
    </message>
    <message>
        <source>The provider&apos;s id of this webhook; it is part of what is signed.</source>
        <translation>O ID deste webhook no provedor; ele faz parte do que é assinado.</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Chave pública</translation>
    </message>
    <message>
        <source>The public key of your account; it tells which signature of a request is yours.</source>
        <translation>A chave pública da sua conta; ela indica qual assinatura de uma requisição é a sua.</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>Chave do app</translation>
    </message>
    <message>
        <source>The key that the request must name.</source>
        <translation>A chave que a requisição deve indicar.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Chave de API</translation>
    </message>
    <message>
        <source>The key that must have issued the token; it is no secret.</source>
        <translation>A chave que deve ter emitido o token; ela não é um segredo.</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Audiência</translation>
    </message>
    <message>
        <source>Whom the token must be meant for, as set at the push subscription.</source>
        <translation>A quem o token deve se destinar, como definido na inscrição (push subscription).</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Conta de serviço</translation>
    </message>
    <message>
        <source>The e-mail address of the account that must have sent the request.</source>
        <translation>O e-mail da conta que deve ter enviado a requisição.</translation>
    </message>
    <message>
        <source>Algorithms</source>
        <translation>Algoritmos</translation>
    </message>
    <message>
        <source>The algorithms that are accepted, with commas between them; all where none is named.</source>
        <translation>Os algoritmos aceitos, separados por vírgulas; todos, se nenhum for indicado.</translation>
    </message>
    <message>
        <source>Required parts</source>
        <translation>Partes obrigatórias</translation>
    </message>
    <message>
        <source>What the signature must cover, with commas between: header names and parts of the request.</source>
        <translation>O que a assinatura deve cobrir, separado por vírgulas: nomes de cabeçalhos e partes da requisição.</translation>
    </message>
    <message>
        <source>The secret is the key as it stands</source>
        <translation>O segredo é a própria chave</translation>
    </message>
    <message>
        <source>Otherwise it is base64, after whsec_.</source>
        <translation>Caso contrário, é base64, depois de whsec_.</translation>
    </message>
    <message>
        <source>Signed address</source>
        <translation>Endereço assinado</translation>
    </message>
    <message>
        <source>The address as the provider knows it, where a tunnel or proxy stands between: the signature covers it.</source>
        <translation>O endereço como o provedor o conhece, se houver um túnel ou proxy no meio: a assinatura cobre este endereço.</translation>
    </message>
    <message>
        <source>Tolerance in seconds</source>
        <translation>Tolerância em segundos</translation>
    </message>
    <message>
        <source>How far the signed time may be from the time of arrival.</source>
        <translation>Quanto a hora assinada pode diferir da hora de chegada.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Provedor</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Esquema</translation>
    </message>
    <message>
        <source>as long as the others</source>
        <translation>tanto quanto as outras</translation>
    </message>
    <message>
        <source>as many as come</source>
        <translation>quantas chegarem</translation>
    </message>
    <message>
        <source>Address for the provider</source>
        <translation>Endereço para o provedor</translation>
    </message>
    <message>
        <source>&amp;Path</source>
        <translation>Cami&amp;nho</translation>
    </message>
    <message>
        <source>Pro&amp;vider</source>
        <translation>Pro&amp;vedor</translation>
    </message>
    <message>
        <source>Sc&amp;heme</source>
        <translation>Es&amp;quema</translation>
    </message>
    <message>
        <source>Secre&amp;ts</source>
        <translation>Se&amp;gredos</translation>
    </message>
    <message>
        <source>Older ones are removed. Pinned ones stay, and the general limits hold as well.</source>
        <translation>As mais antigas são removidas. As fixadas ficam, e os limites gerais também valem.</translation>
    </message>
    <message>
        <source>Keep da&amp;ys</source>
        <translation>Dias a man&amp;ter</translation>
    </message>
    <message>
        <source>&amp;Keep captures</source>
        <translation>Ca&amp;pturas a manter</translation>
    </message>
    <message>
        <source>Copy the address to the clipboard</source>
        <translation>Copiar o endereço para a área de transferência</translation>
    </message>
    <message>
        <source>As the request tells</source>
        <translation>Conforme a requisição</translation>
    </message>
    <message>
        <source>for example {example}</source>
        <translation>por exemplo {example}</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>escuta parada</translation>
    </message>
    <message>
        <source>as the request tells</source>
        <translation>conforme a requisição</translation>
    </message>
    <message>
        <source>{title} (reported, not official)</source>
        <translation>{title} (relatado por terceiros, não oficial)</translation>
    </message>
    <message>
        <source>Secrets are kept in {keyring}.</source>
        <translation>Os segredos ficam guardados em {keyring}.</translation>
    </message>
    <message>
        <source>Secrets are kept in the file secrets.toml, readable by you only; no keyring is used here.</source>
        <translation>Os segredos ficam no arquivo secrets.toml, que só você pode ler; nenhum chaveiro é usado aqui.</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoints</translation>
    </message>
    <message>
        <source>secrets: {count}</source>
        <translation>segredos: {count}</translation>
    </message>
    <message>
        <source>no secret</source>
        <translation>sem segredo</translation>
    </message>
    <message>
        <source>New endpoint</source>
        <translation>Novo endpoint</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ainda não salvo</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Adicionar</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Remover…</translation>
    </message>
    <message>
        <source>E&amp;ndpoints</source>
        <translation>&amp;Endpoints</translation>
    </message>
    <message>
        <source>Give a path, such as /stripe. A single / takes what no other endpoint does.</source>
        <translation>Informe um caminho, como /stripe. Uma única / recebe o que nenhum outro endpoint recebe.</translation>
    </message>
    <message>
        <source>A path holds no blanks. Write them as %20 if the provider really sends some.</source>
        <translation>Um caminho não contém espaços. Escreva-os como %20 se o provedor realmente os enviar.</translation>
    </message>
    <message>
        <source>There is an endpoint {path} already.</source>
        <translation>Já existe um endpoint {path}.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>Add an endpoint for each provider: the path it posts to, and the secret it signs with. Then each request says whether its signature is valid.</source>
        <translation>Adicione um endpoint para cada provedor: o caminho para onde ele envia e o segredo com que assina. Assim, cada requisição mostra se a assinatura é válida.</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Salvo: {path}</translation>
    </message>
    <message>
        <source>Save the changes to {path}?</source>
        <translation>Salvar as alterações em {path}?</translation>
    </message>
    <message>
        <source>Remove {path} and its secrets? They cannot be brought back.</source>
        <translation>Remover {path} e seus segredos? Não é possível recuperá-los.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Revea&amp;l</source>
        <translation>Reve&amp;lar</translation>
    </message>
    <message>
        <source>Hid&amp;e</source>
        <translation>Ocu&amp;ltar</translation>
    </message>
    <message>
        <source>usual: {choice}</source>
        <translation>padrão: {choice}</translation>
    </message>
    <message>
        <source>age is not checked</source>
        <translation>a idade não é verificada</translation>
    </message>
    <message>
        <source>as usual for the scheme</source>
        <translation>conforme o padrão do esquema</translation>
    </message>
    <message>
        <source>at the en&amp;d of</source>
        <translation>no &amp;fim do dia</translation>
    </message>
    <message>
        <source>Edit secret</source>
        <translation>Editar segredo</translation>
    </message>
    <message>
        <source>Add secret</source>
        <translation>Adicionar segredo</translation>
    </message>
    <message>
        <source>unchanged: {hidden}</source>
        <translation>sem alteração: {hidden}</translation>
    </message>
    <message>
        <source>paste it here</source>
        <translation>cole aqui</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation>&amp;Segredo</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>&amp;Rótulo</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expira</translation>
    </message>
    <message>
        <source>&amp;Key id</source>
        <translation>&amp;ID da chave</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último dia</translation>
    </message>
    <message>
        <source>Give it a label, to tell it from others.</source>
        <translation>Dê um rótulo ao segredo, para distingui-lo dos outros.</translation>
    </message>
    <message>
        <source>Another secret of this endpoint has this label.</source>
        <translation>Outro segredo deste endpoint tem este rótulo.</translation>
    </message>
    <message>
        <source>Only where requests name their key, as in tokens and HTTP signatures.</source>
        <translation>Só quando as requisições indicam a chave, como em tokens e assinaturas HTTP.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Segredo</translation>
    </message>
    <message>
        <source>{form}, {count} lines</source>
        <translation>{form}, {count} linhas</translation>
    </message>
    <message>
        <source>text, {count} lines</source>
        <translation>texto, {count} linhas</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>{day}, expired</source>
        <translation>{day}, expirado</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>A&amp;dicionar…</translation>
    </message>
    <message>
        <source>Ed&amp;it…</source>
        <translation>Ed&amp;itar…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Re&amp;mover</translation>
    </message>
    <message>
        <source>No secret yet. Without one no signature can be checked, unless the provider publishes its keys.</source>
        <translation>Nenhum segredo ainda. Sem um, não é possível verificar assinaturas, a não ser que o provedor publique suas chaves.</translation>
    </message>
    <message>
        <source>The revealed secret</source>
        <translation>O segredo revelado</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Segredos</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>ID da chave</translation>
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
    <name>Forwards</name>
    <message>
        <source>{action}: {count}</source>
        <translation>{action}: {count}</translation>
    </message>
    <message>
        <source>Forwarding is paused: captures are queued, and nothing is sent.</source>
        <translation>O encaminhamento está pausado: as capturas entram na fila e nada é enviado.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Deliveries tried again: {count}</source>
        <translation>Entregas tentadas de novo: {count}</translation>
    </message>
    <message>
        <source>None of them has failed.</source>
        <translation>Nenhuma delas falhou.</translation>
    </message>
    <message>
        <source>Sent: {sent}, of which delivered: {delivered}</source>
        <translation>Enviadas: {sent}, das quais entregues: {delivered}</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>Forward rules</source>
        <translation>Regras de encaminhamento</translation>
    </message>
    <message>
        <source>Add a rule to send captures on to your app as they come: to one address or to several, all of them or those that fit a filter. What cannot be delivered is tried again.</source>
        <translation>Adicione uma regra para encaminhar as capturas ao seu app assim que chegam: a um endereço ou a vários, todas ou só as que correspondem a um filtro. O que não puder ser entregue é tentado de novo.</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Salva: {name}</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>Salvar as alterações em {name}?</translation>
    </message>
    <message>
        <source>Remove the rule {name}? What it still had to deliver is not sent any more.</source>
        <translation>Remover a regra {name}? O que ela ainda tinha a entregar não será mais enviado.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nova regra</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Sign it a&amp;gain, with the endpoint&apos;s scheme and secret</source>
        <translation>Assinar de novo, &amp;com o esquema e o segredo do endpoint</translation>
    </message>
    <message>
        <source>In &amp;order: each capture only after the one before it</source>
        <translation>Em &amp;ordem: cada captura só depois da anterior</translation>
    </message>
    <message>
        <source>Public names may lead to addresses of this net&amp;work</source>
        <translation>Nomes públicos podem le&amp;var a endereços desta rede</translation>
    </message>
    <message>
        <source>Pa&amp;used: captures are queued, nothing is sent</source>
        <translation>Pa&amp;usada: as capturas entram na fila, nada é enviado</translation>
    </message>
    <message>
        <source>all captures; for example {filter}</source>
        <translation>todas as capturas; por exemplo {filter}</translation>
    </message>
    <message>
        <source>One address a line. One without a path keeps the path and query of the capture.</source>
        <translation>Um endereço por linha. Um sem caminho mantém o caminho e a query da captura.</translation>
    </message>
    <message>
        <source>What the sender gets where the first target cannot be reached or is too slow.</source>
        <translation>O que o remetente recebe se o primeiro destino está inacessível ou é lento demais.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Targets</source>
        <translation>&amp;Destinos</translation>
    </message>
    <message>
        <source>&amp;Endpoint</source>
        <translation>&amp;Endpoint</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>Fi&amp;ltro</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>&amp;Modo</translation>
    </message>
    <message>
        <source>Fall&amp;back status</source>
        <translation>S&amp;tatus de reserva</translation>
    </message>
    <message>
        <source>T&amp;ime-out</source>
        <translation>Tem&amp;po limite</translation>
    </message>
    <message>
        <source>Most attem&amp;pts</source>
        <translation>Má&amp;x. de tentativas</translation>
    </message>
    <message>
        <source>Gi&amp;ve up after</source>
        <translation>Des&amp;istir após</translation>
    </message>
    <message>
        <source>Set &amp;headers</source>
        <translation>Definir ca&amp;beçalhos</translation>
    </message>
    <message>
        <source>&amp;Drop headers</source>
        <translation>Omitir cabeçal&amp;hos</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ainda não salva</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Adicionar</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Remover…</translation>
    </message>
    <message>
        <source>Ru&amp;les</source>
        <translation>Re&amp;gras</translation>
    </message>
    <message>
        <source>Forward t&amp;o</source>
        <translation>Enca&amp;minhar para</translation>
    </message>
    <message>
        <source>Forward rules…</source>
        <translation>Regras de encaminhamento…</translation>
    </message>
    <message>
        <source>Queue: answer at once, deliver until it succeeds</source>
        <translation>Fila: responder na hora, entregar até conseguir</translation>
    </message>
    <message>
        <source>Proxy: the sender gets the first target&apos;s answer</source>
        <translation>Proxy: o remetente recebe a resposta do primeiro destino</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>proxy</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>Dê um nome à regra.</translation>
    </message>
    <message>
        <source>There is a rule of this name already.</source>
        <translation>Já existe uma regra com este nome.</translation>
    </message>
    <message>
        <source>Give at least one address, such as http://localhost:3000/webhooks.</source>
        <translation>Informe pelo menos um endereço, como http://localhost:3000/webhooks.</translation>
    </message>
    <message>
        <source>The same address stands there twice.</source>
        <translation>O mesmo endereço aparece duas vezes.</translation>
    </message>
    <message>
        <source>“{line}” has no colon. Write a name, a colon and a value.</source>
        <translation>“{line}” não tem dois-pontos. Escreva um nome, dois-pontos e um valor.</translation>
    </message>
    <message>
        <source>A value cannot hold a NUL.</source>
        <translation>Um valor não pode conter um NUL.</translation>
    </message>
    <message>
        <source>The header {name} stands there twice.</source>
        <translation>O cabeçalho {name} aparece duas vezes.</translation>
    </message>
    <message>
        <source>{name} is made anew for each request.</source>
        <translation>{name} é gerado de novo para cada requisição.</translation>
    </message>
    <message>
        <source>“{name}” is no name of a header.</source>
        <translation>“{name}” não é um nome de cabeçalho.</translation>
    </message>
    <message>
        <source>{target} and {count} more</source>
        <translation>{target} e mais {count}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausada</translation>
    </message>
    <message>
        <source>Take out the part from # on: it is never sent.</source>
        <translation>Retire a parte a partir do #: ela nunca é enviada.</translation>
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
        <source>Save filter…</source>
        <translation>Salvar filtro…</translation>
    </message>
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
    <name>MarkingControl</name>
    <message>
        <source>Clear the list?</source>
        <translation>Limpar a lista?</translation>
    </message>
    <message>
        <source>Pinned captures stay: {count}</source>
        <translation>Capturas fixadas que ficam: {count}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln brought back</source>
        <translation>
            <numerusform>%Ln restaurada</numerusform>
            <numerusform>%Ln restauradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>%Ln excluída</numerusform>
            <numerusform>%Ln excluídas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Note, tags and colour</source>
        <translation>Nota, tags e cor</translation>
    </message>
    <message>
        <source>They have different notes. What you write here replaces them.</source>
        <translation>As notas são diferentes. O que você escrever aqui substitui todas elas.</translation>
    </message>
    <message>
        <source>words with blanks between them</source>
        <translation>palavras separadas por espaços</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sem alteração</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Tags</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Cor</translation>
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
        <source>{number} of {tries}</source>
        <translation>{number} de {tries}</translation>
    </message>
    <message>
        <source>{time} after the one before</source>
        <translation>{time} após a anterior</translation>
    </message>
    <message>
        <source>Changed: {parts}</source>
        <translation>Mudou: {parts}</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Nada mudou</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>request line</source>
        <translation>linha de requisição</translation>
    </message>
    <message>
        <source>body</source>
        <translation>corpo</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Produção</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Teste</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Provider · event</source>
        <translation>Provedor · evento</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>ID do evento</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Assinatura</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Mudanças</translation>
    </message>
    <message>
        <source>Attempt, as sent</source>
        <translation>Tentativa declarada</translation>
    </message>
    <message>
        <source>Time of the event</source>
        <translation>Hora do evento</translation>
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
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
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
        <source>{title} gives the key {key} only to its customers. Ask its API for the key with your own credentials, and add it as a secret of this endpoint.</source>
        <translation>{title} só dá a chave {key} aos seus clientes. Peça a chave à API com as suas próprias credenciais e adicione-a como segredo deste endpoint.</translation>
    </message>
    <message>
        <source>The request names a key at {url}, but {title} publishes its keys at {where}. It is not fetched: the request may be forged.</source>
        <translation>A requisição indica uma chave em {url}, mas {title} publica as suas chaves em {where}. Ela não é buscada: a requisição pode ser forjada.</translation>
    </message>
    <message>
        <source>Keys are only fetched over https and the usual port, not from {url}</source>
        <translation>Chaves só são buscadas por https e na porta padrão, não em {url}</translation>
    </message>
    <message>
        <source>{host} did not give its key within {seconds} s. Try again, or add the key as a secret.</source>
        <translation>{host} não entregou a chave em {seconds} s. Tente novamente ou adicione a chave como segredo.</translation>
    </message>
    <message>
        <source>The connection to {host} is not trusted ({reason}). Check the clock and the network of this machine; something may be in between.</source>
        <translation>A conexão com {host} não é confiável ({reason}). Verifique o relógio e a rede desta máquina; pode haver algo no meio do caminho.</translation>
    </message>
    <message>
        <source>The key of {host} cannot be fetched ({reason}). Check the network, or add the key as a secret.</source>
        <translation>Não é possível buscar a chave de {host} ({reason}). Verifique a rede ou adicione a chave como segredo.</translation>
    </message>
    <message>
        <source>{url} leads elsewhere (status {status}), which is not followed. Add the key as a secret.</source>
        <translation>{url} leva a outro lugar (status {status}), o que não é seguido. Adicione a chave como segredo.</translation>
    </message>
    <message>
        <source>{url} answers with status {status} and gives no key. Try again later, or add the key as a secret.</source>
        <translation>{url} responde com o status {status} e não entrega nenhuma chave. Tente mais tarde ou adicione a chave como segredo.</translation>
    </message>
    <message>
        <source>{url} answers with more than {limit} bytes, which is no key. Add the key as a secret.</source>
        <translation>{url} responde com mais de {limit} bytes, o que não é uma chave. Adicione a chave como segredo.</translation>
    </message>
    <message>
        <source>{url} answers without a key that can be read. Add the key as a secret.</source>
        <translation>{url} responde sem uma chave que possa ser lida. Adicione a chave como segredo.</translation>
    </message>
    <message>
        <source>The request names the key {key}, which {host} does not publish. The request may be forged.</source>
        <translation>A requisição indica a chave {key}, que {host} não publica. A requisição pode ser forjada.</translation>
    </message>
    <message>
        <source>The certificate at {url} is not used: {reason}. Add the key as a secret if you trust it.</source>
        <translation>O certificado em {url} não é usado: {reason}. Adicione a chave como segredo se confiar nele.</translation>
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
        <source>The endpoint {path} names the scheme {scheme}, which is not known; the nearest is {near}.</source>
        <translation>O endpoint {path} indica o esquema {scheme}, que não é conhecido; o mais parecido é {near}.</translation>
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
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>{missing} bytes of the body are missing; {kept} are here. The signature covers the whole body, so it cannot be verified: raise the limit, or let the sender send it again.</source>
        <translation>Faltam {missing} bytes do corpo; {kept} estão aqui. A assinatura cobre o corpo inteiro, então não dá para verificá-la: aumente o limite ou faça o remetente enviar de novo.</translation>
    </message>
    <message>
        <source>The body has {received} bytes, but Content-Length says {announced}. Look for what changes the body on its way.</source>
        <translation>O corpo tem {received} bytes, mas Content-Length indica {announced}. Procure o que altera o corpo no caminho.</translation>
    </message>
    <message>
        <source>The sender signs the body alone, where the scheme signs more. Let the sender sign all that the scheme covers.</source>
        <translation>O remetente assina só o corpo, mas o esquema assina mais. Faça o remetente assinar tudo o que o esquema cobre.</translation>
    </message>
    <message>
        <source>The signature fits without the line break at the end: something on the way added it. Forward the raw body.</source>
        <translation>A assinatura confere sem a quebra de linha no fim: algo no caminho a acrescentou. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits with a line break at the end: something on the way took it off. Forward the raw body.</source>
        <translation>A assinatura confere com uma quebra de linha no fim: algo no caminho a retirou. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits with other line ends: something on the way changed CR LF to LF, or LF to CR LF. Forward the raw body.</source>
        <translation>A assinatura confere com outros fins de linha: algo no caminho trocou CR LF por LF, ou LF por CR LF. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits but for the byte order mark: something on the way added it or took it off. Forward the raw body.</source>
        <translation>A assinatura confere, exceto pela marca de ordem de bytes (BOM): algo no caminho a acrescentou ou retirou. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits a body with nothing in it: the sender signed before the body was there. Let it sign the bytes that it sends.</source>
        <translation>A assinatura confere com um corpo vazio: o remetente assinou antes de haver corpo. Faça-o assinar os bytes que envia.</translation>
    </message>
    <message>
        <source>The signature fits the decompressed body: the sender, or something on the way, compressed it after signing. Sign the bytes that are sent, or turn the compression off.</source>
        <translation>A assinatura confere com o corpo descompactado: o remetente, ou algo no caminho, o compactou depois de assinar. Assine os bytes enviados ou desative a compactação.</translation>
    </message>
    <message>
        <source>Content-Encoding says {coding}, but the body is not compressed: something on the way decompressed it, and the signature may cover the compressed bytes. Forward the raw body.</source>
        <translation>Content-Encoding indica {coding}, mas o corpo não está compactado: algo no caminho o descompactou, e a assinatura pode cobrir os bytes compactados. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits when UTF-8 is undone once: something on the way read UTF-8 as Latin-1 and encoded it again. Forward the raw body.</source>
        <translation>A assinatura confere quando o UTF-8 é desfeito uma vez: algo no caminho leu UTF-8 como Latin-1 e o codificou de novo. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the body in UTF-8: something on the way changed its charset. Forward the raw body.</source>
        <translation>A assinatura confere com o corpo em UTF-8: algo no caminho mudou o charset. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON indented by tabs: something on the way, a proxy or framework, lays it out anew. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON indentado com tabulações: algo no caminho, um proxy ou framework, o reformata. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON with its characters beyond ASCII written as other escapes, such as \u00e9: something on the way changed them. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON com os caracteres fora do ASCII escritos com outros escapes, como \u00e9: algo no caminho os mudou. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON without escapes such as \u00e9: something on the way put them in. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON sem escapes como \u00e9: algo no caminho os inseriu. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON with its slashes written the other way, / or \/: something on the way changed them. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON com as barras escritas da outra forma, / ou \/: algo no caminho as mudou. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON with &lt;, &gt; and &amp; written as escapes, such as \u003c: something on the way took them out. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON com &lt;, &gt; e &amp; escritos como escapes, como \u003c: algo no caminho os retirou. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON with its members in another order or form: something on the way read it and wrote it anew. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON com os membros em outra ordem ou forma: algo no caminho o leu e reescreveu. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON with its numbers written the other way, 10 or 10.0: something on the way changed them. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON com os números escritos da outra forma, 10 ou 10.0: algo no caminho os mudou. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The secret “{label}” of the endpoint {endpoint} fits. Use it here too, or send these requests there.</source>
        <translation>O segredo “{label}” do endpoint {endpoint} confere. Use-o aqui também ou envie estas requisições para lá.</translation>
    </message>
    <message>
        <source>The secret “{label}” fits, but it has not counted since {day}. Let the sender sign with the new one, or use this one longer.</source>
        <translation>O segredo “{label}” confere, mas não vale mais desde {day}. Faça o remetente assinar com o novo ou prolongue a validade deste.</translation>
    </message>
    <message>
        <source>The secret “{label}” of this endpoint fits, but it was not among those tried. Use it here.</source>
        <translation>O segredo “{label}” deste endpoint confere, mas não estava entre os testados. Use-o aqui.</translation>
    </message>
    <message>
        <source>The secret “{label}” ends or begins with a line break that does not belong to it. Correct the secret.</source>
        <translation>O segredo “{label}” termina ou começa com uma quebra de linha que não faz parte dele. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” has spaces that do not belong to it. Correct the secret.</source>
        <translation>O segredo “{label}” tem espaços que não fazem parte dele. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” stands in quotation marks that do not belong to it. Correct the secret.</source>
        <translation>O segredo “{label}” está entre aspas que não fazem parte dele. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” has invisible characters, such as a byte order mark. Correct the secret.</source>
        <translation>O segredo “{label}” tem caracteres invisíveis, como uma marca de ordem de bytes (BOM). Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” begins with a word such as Bearer that does not belong to it. Correct the secret.</source>
        <translation>O segredo “{label}” começa com uma palavra, como Bearer, que não faz parte dele. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” was copied with the name of its variable, NAME=value. Keep only what follows the sign.</source>
        <translation>O segredo “{label}” foi copiado com o nome da variável, NOME=valor. Mantenha só o que vem depois do sinal.</translation>
    </message>
    <message>
        <source>The secret “{label}” has a prefix too many. Correct the secret.</source>
        <translation>O segredo “{label}” tem um prefixo a mais. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” lacks its prefix whsec_. Correct the secret.</source>
        <translation>Falta o prefixo whsec_ no segredo “{label}”. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” has line breaks written as \n. Correct the secret.</source>
        <translation>O segredo “{label}” tem quebras de linha escritas como \n. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” was copied from an address: some characters are written with % signs. Correct the secret.</source>
        <translation>O segredo “{label}” foi copiado de um endereço: alguns caracteres estão escritos com sinais de %. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” was copied from the source of a page: some characters are written with &amp; and ;. Correct the secret.</source>
        <translation>O segredo “{label}” foi copiado do código-fonte de uma página: alguns caracteres estão escritos com &amp; e ;. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” has the right hex digits with letters of the wrong case. Correct the secret.</source>
        <translation>O segredo “{label}” tem os dígitos hex certos, mas com maiúsculas e minúsculas trocadas. Corrija o segredo.</translation>
    </message>
    <message>
        <source>The secret “{label}” is a list, and one of its parts fits. Give each secret a line of its own.</source>
        <translation>O segredo “{label}” é uma lista, e uma das partes confere. Cadastre cada segredo em uma linha própria.</translation>
    </message>
    <message>
        <source>The secret “{label}” is empty. Copy it from the provider again.</source>
        <translation>O segredo “{label}” está vazio. Copie-o de novo no provedor.</translation>
    </message>
    <message>
        <source>The secret “{label}” looks shortened, with dots or asterisks in place of characters. Copy the whole secret from the provider.</source>
        <translation>O segredo “{label}” parece abreviado, com pontos ou asteriscos no lugar de caracteres. Copie o segredo inteiro no provedor.</translation>
    </message>
    <message>
        <source>The secret “{label}” looks like a placeholder. Put the secret that the provider shows in its place.</source>
        <translation>O segredo “{label}” parece um texto de exemplo. Ponha no lugar o segredo que o provedor mostra.</translation>
    </message>
    <message>
        <source>The sender uses the text of the secret “{label}” as the key, without decoding it. Do the same here.</source>
        <translation>O remetente usa o texto do segredo “{label}” como chave, sem decodificá-lo. Faça o mesmo aqui.</translation>
    </message>
    <message>
        <source>The sender decodes the secret “{label}” from base64 before use. Do the same here.</source>
        <translation>O remetente decodifica o segredo “{label}” de base64 antes de usá-lo. Faça o mesmo aqui.</translation>
    </message>
    <message>
        <source>The sender decodes the secret “{label}” from hex before use. Do the same here.</source>
        <translation>O remetente decodifica o segredo “{label}” de hex antes de usá-lo. Faça o mesmo aqui.</translation>
    </message>
    <message>
        <source>The sender encodes the secret “{label}” in base64 before use. Do the same here.</source>
        <translation>O remetente codifica o segredo “{label}” em base64 antes de usá-lo. Faça o mesmo aqui.</translation>
    </message>
    <message>
        <source>The sender encodes the secret “{label}” in hex before use. Do the same here.</source>
        <translation>O remetente codifica o segredo “{label}” em hex antes de usá-lo. Faça o mesmo aqui.</translation>
    </message>
    <message>
        <source>The signature fits without spaces at the ends of the body: something on the way added them. Forward the raw body.</source>
        <translation>A assinatura confere sem espaços no início e no fim do corpo: algo no caminho os acrescentou. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON without spaces: something on the way, a proxy or framework, lays it out anew. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON sem espaços: algo no caminho, um proxy ou framework, o reformata. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON with a space after each comma and colon: something on the way, a proxy or framework, writes it anew. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON com um espaço após cada vírgula e cada dois-pontos: algo no caminho, um proxy ou framework, o reescreve. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON indented by 2 spaces: something on the way, a proxy or framework, lays it out anew. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON indentado com 2 espaços: algo no caminho, um proxy ou framework, o reformata. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON indented by 4 spaces: something on the way, a proxy or framework, lays it out anew. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON indentado com 4 espaços: algo no caminho, um proxy ou framework, o reformata. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON with other spaces and escapes: something on the way read it and wrote it anew. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON com outros espaços e escapes: algo no caminho o leu e reescreveu. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the form with other escapes or another order: something on the way read it and wrote it anew. Forward the raw body.</source>
        <translation>A assinatura confere com o formulário com outros escapes ou em outra ordem: algo no caminho o leu e reescreveu. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The signature fits the JSON with or without its form field payload: something on the way took it out or put it in. Forward the raw body.</source>
        <translation>A assinatura confere com o JSON com ou sem o campo de formulário payload: algo no caminho o retirou ou inseriu. Encaminhe o corpo bruto.</translation>
    </message>
    <message>
        <source>The request was signed {age} before it arrived, the limit is {limit} s. Check the clocks, or allow a greater age.</source>
        <translation>A requisição foi assinada {age} antes de chegar; o limite é {limit} s. Verifique os relógios ou permita uma idade maior.</translation>
    </message>
    <message>
        <source>The request was signed {age} ahead of the clock, the limit is {limit} s. Check the clocks, or allow a greater age.</source>
        <translation>A requisição foi assinada {age} à frente do relógio; o limite é {limit} s. Verifique os relógios ou permita uma idade maior.</translation>
    </message>
    <message>
        <source>The signed time is {age} off, nearly {hours} whole hours: a local time was taken for UTC. Let the sender use UTC; the limit is {limit} s.</source>
        <translation>A hora assinada difere em {age}, quase exatamente {hours} h: uma hora local foi tomada como UTC. Faça o remetente usar UTC; o limite é {limit} s.</translation>
    </message>
    <message>
        <source>The timestamp is in milliseconds, but the scheme has it in seconds. Let the sender use seconds.</source>
        <translation>O timestamp está em milissegundos, mas o esquema usa segundos. Faça o remetente usar segundos.</translation>
    </message>
    <message>
        <source>The timestamp is in seconds, but the scheme has it in milliseconds. Let the sender use milliseconds.</source>
        <translation>O timestamp está em segundos, mas o esquema usa milissegundos. Faça o remetente usar milissegundos.</translation>
    </message>
    <message>
        <source>The signature ended {age} before the request arrived. Check the clocks, or let the sender sign for longer.</source>
        <translation>A assinatura expirou {age} antes de a requisição chegar. Verifique os relógios ou faça o remetente assinar por mais tempo.</translation>
    </message>
    <message>
        <source>The signature counts only from {age} after the request arrived. Check the clocks.</source>
        <translation>A assinatura só passa a valer {age} depois de a requisição chegar. Verifique os relógios.</translation>
    </message>
    <message>
        <source>The capture {id} has the same body and signature: the request was sent again without being signed anew. Let the sender sign each attempt.</source>
        <translation>A captura {id} tem o mesmo corpo e a mesma assinatura: a requisição foi reenviada sem ser assinada de novo. Faça o remetente assinar cada tentativa.</translation>
    </message>
    <message>
        <source>The signature fits, but the timestamp {found} is not written as the scheme has it. Let the sender write it as documented.</source>
        <translation>A assinatura confere, mas o timestamp {found} não está escrito como o esquema exige. Faça o remetente escrevê-lo como documentado.</translation>
    </message>
    <message>
        <source>The signature fits the time of {header} in the other unit, seconds or milliseconds. Send the time that was signed.</source>
        <translation>A assinatura confere com a hora de {header} na outra unidade, segundos ou milissegundos. Envie a hora que foi assinada.</translation>
    </message>
    <message>
        <source>The signature fits the time {signed}, but {header} says {given}: something on the way changed it. Forward the header unchanged.</source>
        <translation>A assinatura confere com a hora {signed}, mas {header} indica {given}: algo no caminho a mudou. Encaminhe o cabeçalho sem alterações.</translation>
    </message>
    <message>
        <source>The signature fits the address {address}: a proxy changed http and https. Set signed_url to the address that the provider has.</source>
        <translation>A assinatura confere com o endereço {address}: um proxy trocou http e https. Defina signed_url com o endereço que o provedor usa.</translation>
    </message>
    <message>
        <source>The signature fits the address {address}: the provider knows this listener by another host. Set signed_url to the address that the provider has.</source>
        <translation>A assinatura confere com o endereço {address}: o provedor conhece este servidor por outro host. Defina signed_url com o endereço que o provedor usa.</translation>
    </message>
    <message>
        <source>The signature fits the address {address}: the port differs. Set signed_url to the address that the provider has.</source>
        <translation>A assinatura confere com o endereço {address}: a porta é diferente. Defina signed_url com o endereço que o provedor usa.</translation>
    </message>
    <message>
        <source>The signature fits the address {address}: the slash at its end differs. Set signed_url to the address that the provider has.</source>
        <translation>A assinatura confere com o endereço {address}: a barra no fim é diferente. Defina signed_url com o endereço que o provedor usa.</translation>
    </message>
    <message>
        <source>The signature fits the address {address}: something on the way changed the path. Set signed_url to the address that the provider has.</source>
        <translation>A assinatura confere com o endereço {address}: o caminho dele foi mudado no trajeto. Defina signed_url com o endereço que o provedor usa.</translation>
    </message>
    <message>
        <source>The signature fits the address {address}: its query was left out, reordered or escaped anew. Set signed_url to the address that the provider has.</source>
        <translation>A assinatura confere com o endereço {address}: a query foi omitida, reordenada ou escapada de novo. Defina signed_url com o endereço que o provedor usa.</translation>
    </message>
    <message>
        <source>The signature fits the address {address} that was asked for, but the setting signed_url says another. Correct that setting.</source>
        <translation>A assinatura confere com o endereço {address} que foi requisitado, mas a configuração signed_url indica outro. Corrija essa configuração.</translation>
    </message>
    <message>
        <source>The signature fits the address {address}, which a proxy or tunnel changed. Set signed_url to the address that the provider has.</source>
        <translation>A assinatura confere com o endereço {address}, que um proxy ou túnel mudou. Defina signed_url com o endereço que o provedor usa.</translation>
    </message>
    <message>
        <source>The signature fits the method {method}, but the request came with {own}. Send it with the method that was signed.</source>
        <translation>A assinatura confere com o método {method}, mas a requisição chegou com {own}. Envie-a com o método que foi assinado.</translation>
    </message>
    <message>
        <source>The sender signs with {hash}, the scheme with {expected}. Let the sender use the hash of the scheme, or choose another scheme.</source>
        <translation>O remetente assina com {hash}; o esquema, com {expected}. Faça o remetente usar o hash do esquema ou escolha outro esquema.</translation>
    </message>
    <message>
        <source>The signature in {header} is right, but written in another encoding, hex or base64. Let the sender use the one of the scheme.</source>
        <translation>A assinatura em {header} está certa, mas escrita em outra codificação, hex ou base64. Faça o remetente usar a do esquema.</translation>
    </message>
    <message>
        <source>The signature in {header} stands in quotation marks. Send it without them.</source>
        <translation>A assinatura em {header} está entre aspas. Envie-a sem elas.</translation>
    </message>
    <message>
        <source>The signature in {header} has spaces that do not belong to it. Send it without them.</source>
        <translation>A assinatura em {header} tem espaços que não fazem parte dela. Envie-a sem eles.</translation>
    </message>
    <message>
        <source>The signature in {header} has spaces in place of its plus signs: something on the way decoded it. Forward the header unchanged.</source>
        <translation>A assinatura em {header} tem espaços no lugar dos sinais de mais (+): algo no caminho a decodificou. Encaminhe o cabeçalho sem alterações.</translation>
    </message>
    <message>
        <source>Whether line breaks or spaces were added or lost.</source>
        <translation>Se quebras de linha ou espaços foram acrescentados ou perdidos.</translation>
    </message>
    <message>
        <source>The signature in {header} is written with % signs, as in an address. Send it as it is.</source>
        <translation>A assinatura em {header} está escrita com sinais de %, como em um endereço. Envie-a como ela é.</translation>
    </message>
    <message>
        <source>The signature in {header} has a prefix too many. Send it without one.</source>
        <translation>A assinatura em {header} tem um prefixo a mais. Envie-a sem ele.</translation>
    </message>
    <message>
        <source>The signature in {header} lacks the prefix of the scheme, or has another. Send it as the scheme has it.</source>
        <translation>A assinatura em {header} está sem o prefixo do esquema ou com outro. Envie-a como o esquema exige.</translation>
    </message>
    <message>
        <source>The signature in {header} is right but for the case of its letters. Forward the header unchanged.</source>
        <translation>A assinatura em {header} está certa, exceto por maiúsculas e minúsculas. Encaminhe o cabeçalho sem alterações.</translation>
    </message>
    <message>
        <source>The signature in {header} was cut: {found} of {whole} characters are there. Look for a limit on the length of headers.</source>
        <translation>A assinatura em {header} foi cortada: há {found} de {whole} caracteres. Procure um limite no tamanho dos cabeçalhos.</translation>
    </message>
    <message>
        <source>The signature fits once headers such as {header} have their usual names. Forward the headers by the names they came with.</source>
        <translation>A assinatura confere quando cabeçalhos como {header} têm seus nomes habituais. Encaminhe os cabeçalhos com os nomes com que chegaram.</translation>
    </message>
    <message>
        <source>The request is signed by the scheme {scheme}, and the secret fits. Choose that scheme for the endpoint.</source>
        <translation>A requisição é assinada pelo esquema {scheme}, e o segredo confere. Escolha esse esquema para o endpoint.</translation>
    </message>
    <message>
        <source>The headers of the capture {id} belong to this body. Send each body with its own headers.</source>
        <translation>Os cabeçalhos da captura {id} pertencem a este corpo. Envie cada corpo com seus próprios cabeçalhos.</translation>
    </message>
    <message>
        <source>The signature belongs to the body of the capture {id}. Send each body with its own signature.</source>
        <translation>A assinatura pertence ao corpo da captura {id}. Envie cada corpo com sua própria assinatura.</translation>
    </message>
    <message>
        <source>{part} is missing, and it is signed. Look for what takes it off on the way.</source>
        <translation>Falta {part}, que faz parte do que é assinado. Procure o que retira isso no caminho.</translation>
    </message>
    <message>
        <source>The signature fits with the parameter {parameter} in the address: something on the way took it off. Forward the whole query.</source>
        <translation>A assinatura confere com o parâmetro {parameter} no endereço: algo no caminho o retirou. Encaminhe a query inteira.</translation>
    </message>
    <message>
        <source>Whether the whole body is there.</source>
        <translation>Se o corpo está inteiro.</translation>
    </message>
    <message>
        <source>Whether another of your secrets fits.</source>
        <translation>Se outro dos seus segredos confere.</translation>
    </message>
    <message>
        <source>Whether the secret was copied with too much or too little.</source>
        <translation>Se o segredo foi copiado com algo a mais ou a menos.</translation>
    </message>
    <message>
        <source>Whether the secret is used in another form: text, hex, base64.</source>
        <translation>Se o segredo é usado em outra forma: texto, hex, base64.</translation>
    </message>
    <message>
        <source>Whether it was sent a second time.</source>
        <translation>Se a requisição foi enviada uma segunda vez.</translation>
    </message>
    <message>
        <source>How old the signature is.</source>
        <translation>A idade da assinatura.</translation>
    </message>
    <message>
        <source>Whether another address was signed.</source>
        <translation>Se outro endereço foi assinado.</translation>
    </message>
    <message>
        <source>Whether another method was signed.</source>
        <translation>Se outro método foi assinado.</translation>
    </message>
    <message>
        <source>Whether the text of the signature was changed.</source>
        <translation>Se o texto da assinatura foi alterado.</translation>
    </message>
    <message>
        <source>Whether the signature is in another encoding or case.</source>
        <translation>Se a assinatura está em outra codificação ou com maiúsculas e minúsculas trocadas.</translation>
    </message>
    <message>
        <source>Whether the signature was cut.</source>
        <translation>Se a assinatura foi cortada.</translation>
    </message>
    <message>
        <source>Whether headers were renamed.</source>
        <translation>Se cabeçalhos foram renomeados.</translation>
    </message>
    <message>
        <source>Whether the time is written another way.</source>
        <translation>Se a hora está escrita de outra forma.</translation>
    </message>
    <message>
        <source>Whether the time was signed in another unit.</source>
        <translation>Se a hora foi assinada em outra unidade.</translation>
    </message>
    <message>
        <source>Whether the body was compressed after signing.</source>
        <translation>Se o corpo foi compactado depois de assinado.</translation>
    </message>
    <message>
        <source>Whether the JSON was laid out anew.</source>
        <translation>Se o JSON foi reformatado.</translation>
    </message>
    <message>
        <source>Whether escapes in the JSON were changed.</source>
        <translation>Se escapes no JSON foram alterados.</translation>
    </message>
    <message>
        <source>Whether the charset was changed.</source>
        <translation>Se o charset foi alterado.</translation>
    </message>
    <message>
        <source>Whether the form was written anew.</source>
        <translation>Se o formulário foi reescrito.</translation>
    </message>
    <message>
        <source>Whether it is signed by another scheme.</source>
        <translation>Se a requisição é assinada por outro esquema.</translation>
    </message>
    <message>
        <source>Whether signature and body belong to different captures.</source>
        <translation>Se a assinatura e o corpo pertencem a capturas diferentes.</translation>
    </message>
    <message>
        <source>Whether it is signed with another hash.</source>
        <translation>Se a requisição é assinada com outro hash.</translation>
    </message>
    <message>
        <source>Whether the body alone is signed.</source>
        <translation>Se só o corpo é assinado.</translation>
    </message>
    <message>
        <source>Whether the JSON was sorted.</source>
        <translation>Se o JSON foi reordenado.</translation>
    </message>
    <message>
        <source>Whether numbers in the JSON were changed.</source>
        <translation>Se números no JSON foram alterados.</translation>
    </message>
    <message>
        <source>Whether the JSON was read and written anew.</source>
        <translation>Se o JSON foi lido e reescrito.</translation>
    </message>
    <message>
        <source>Whether the body was decompressed on the way.</source>
        <translation>Se o corpo foi descompactado no caminho.</translation>
    </message>
    <message>
        <source>Whether the time was changed.</source>
        <translation>Se a hora foi alterada.</translation>
    </message>
    <message>
        <source>Whether a parameter of the address is missing.</source>
        <translation>Se falta um parâmetro no endereço.</translation>
    </message>
    <message>
        <source>Whether Content-Length fits the body.</source>
        <translation>Se o Content-Length corresponde ao corpo.</translation>
    </message>
    <message>
        <source>Whether a signed header is missing.</source>
        <translation>Se falta um cabeçalho assinado.</translation>
    </message>
    <message>
        <source>Whether the secret looks like one.</source>
        <translation>Se o segredo parece mesmo um segredo.</translation>
    </message>
    <message>
        <source>This secret or its name holds characters that are no valid text. Copy it once more from where it is shown.</source>
        <translation>Este segredo ou seu nome contém caracteres que não são texto válido. Copie-o de novo de onde ele é mostrado.</translation>
    </message>
    <message>
        <source>{path}: line {line} is not UTF-8 text. Save the file as UTF-8; until then no secret is read from it or written to it.</source>
        <translation>{path}: a linha {line} não é texto UTF-8. Salve o arquivo como UTF-8; até lá, nenhum segredo é lido dele ou gravado nele.</translation>
    </message>
    <message>
        <source>{path}: line {line}, column {column} is not valid TOML. Values stand in quotes, as in label = &quot;prod&quot;; until it is mended no secret is read from the file or written to it.</source>
        <translation>{path}: a linha {line}, coluna {column}, não é TOML válido. Os valores ficam entre aspas, como em label = &quot;prod&quot;; até que seja corrigido, nenhum segredo é lido do arquivo ou gravado nele.</translation>
    </message>
    <message>
        <source>{path}: each secret must stand under a line [[secret]] of its own. Until that is so, no secret is read from the file or written to it.</source>
        <translation>{path}: cada segredo deve ficar sob uma linha [[secret]] própria. Até lá, nenhum segredo é lido do arquivo ou gravado nele.</translation>
    </message>
    <message>
        <source>{path} cannot be changed without touching something else in it. Make this change in the file by hand.</source>
        <translation>Não é possível alterar {path} sem mexer em outra coisa nele. Faça esta alteração à mão no arquivo.</translation>
    </message>
    <message>
        <source>{path}: the secret in line {line} needs its endpoint, as in endpoint = &quot;/stripe&quot;.</source>
        <translation>{path}: o segredo na linha {line} precisa do endpoint, como em endpoint = &quot;/stripe&quot;.</translation>
    </message>
    <message>
        <source>{path}: in the secret of line {line} everything but expires must be a text in quotes.</source>
        <translation>{path}: no segredo da linha {line}, tudo, exceto expires, deve ser um texto entre aspas.</translation>
    </message>
    <message>
        <source>{path}: the secret in line {line} needs either value = &quot;…&quot; or keyring = &quot;…&quot;, one of the two.</source>
        <translation>{path}: o segredo na linha {line} precisa de value = &quot;…&quot; ou de keyring = &quot;…&quot;, um dos dois.</translation>
    </message>
    <message>
        <source>{path}: in the secret of line {line}, expires must be a day without quotes, as in expires = 2027-01-31.</source>
        <translation>{path}: no segredo da linha {line}, expires deve ser um dia sem aspas, como em expires = 2027-01-31.</translation>
    </message>
    <message>
        <source>{path}: the secret in line {line} has a key that is not known and does nothing. Known are endpoint, label, value, keyring, expires and key_id.</source>
        <translation>{path}: o segredo na linha {line} tem uma chave desconhecida, que não faz nada. As conhecidas são endpoint, label, value, keyring, expires e key_id.</translation>
    </message>
    <message>
        <source>{path}: the secret in line {line} has the endpoint and the label of the one in line {first}, and is left out. Give it another label.</source>
        <translation>{path}: o segredo na linha {line} tem o endpoint e o rótulo do que está na linha {first} e é ignorado. Dê-lhe outro rótulo.</translation>
    </message>
    <message>
        <source>{path}: only what stands under [[secret]] is read, and the file holds something else as well.</source>
        <translation>{path}: só é lido o que está sob [[secret]], e o arquivo contém mais alguma coisa.</translation>
    </message>
    <message>
        <source>The {keyring} is locked. Unlock it and try again.</source>
        <translation>{keyring} está bloqueado. Desbloqueie-o e tente novamente.</translation>
    </message>
    <message>
        <source>Others on this computer were able to read your secrets in {path}. The file is now yours alone; replace those secrets if you share the computer.</source>
        <translation>Outras pessoas neste computador podiam ler seus segredos em {path}. Agora o arquivo é só seu; troque esses segredos se você compartilha o computador.</translation>
    </message>
    <message>
        <source>Others on this computer are able to read your secrets in {path}, and that cannot be changed ({reason}). Make the file yours alone.</source>
        <translation>Outras pessoas neste computador podem ler seus segredos em {path}, e não é possível mudar isso ({reason}). Restrinja o arquivo só a você.</translation>
    </message>
    <message>
        <source>There is no secret here yet. Copy it at the provider and paste it.</source>
        <translation>Ainda não há segredo aqui. Copie-o no provedor e cole-o.</translation>
    </message>
    <message>
        <source>This is a masked copy: dots or stars stand for characters that are not shown. Reveal the secret at the provider, then copy it.</source>
        <translation>Esta é uma cópia mascarada: pontos ou asteriscos ocupam o lugar dos caracteres ocultos. Revele o segredo no provedor e depois copie-o.</translation>
    </message>
    <message>
        <source>This is a placeholder from an example. Paste the secret that your provider shows.</source>
        <translation>Este é um texto de exemplo. Cole o segredo que seu provedor mostra.</translation>
    </message>
    <message>
        <source>This is the name of a variable. Paste the secret that the variable holds.</source>
        <translation>Este é o nome de uma variável. Cole o segredo que a variável contém.</translation>
    </message>
    <message>
        <source>This is a line NAME=value. Paste only what stands after the equals sign.</source>
        <translation>Esta é uma linha NOME=valor. Cole só o que vem depois do sinal de igual.</translation>
    </message>
    <message>
        <source>This begins like a header. Leave out the word in front and paste only the secret.</source>
        <translation>Isto começa como um cabeçalho. Deixe de fora a palavra da frente e cole só o segredo.</translation>
    </message>
    <message>
        <source>This is a URL. Paste the signing secret that the provider shows for it.</source>
        <translation>Esta é uma URL. Cole o segredo de assinatura que o provedor mostra para ela.</translation>
    </message>
    <message>
        <source>There are quotation marks around this secret. They are seldom part of it: leave them out.</source>
        <translation>Há aspas em volta deste segredo. Elas raramente fazem parte dele: deixe-as de fora.</translation>
    </message>
    <message>
        <source>This is a private key. To verify, only its public key is needed; keep the private one to its owner.</source>
        <translation>Esta é uma chave privada. Para verificar, basta a chave pública; a privada deve ficar só com o dono.</translation>
    </message>
    <message>
        <source>This is a key or a certificate, but the scheme uses a shared secret. Paste the secret that the provider shows for the endpoint.</source>
        <translation>Esta é uma chave ou um certificado, mas o esquema usa um segredo compartilhado. Cole o segredo que o provedor mostra para o endpoint.</translation>
    </message>
    <message>
        <source>The endpoint {endpoint} has a secret named “{label}” already. Rename one of the two first.</source>
        <translation>O endpoint {endpoint} já tem um segredo chamado “{label}”. Renomeie antes um dos dois.</translation>
    </message>
    <message>
        <source>The secret “{label}” of {endpoint} is no longer in the {keyring}. Enter it once more.</source>
        <translation>O segredo “{label}” de {endpoint} não está mais em {keyring}. Digite-o novamente.</translation>
    </message>
    <message>
        <source>The secret “{label}” of {endpoint} cannot be read from the {keyring} ({reason}). Unlock it and start again, or enter the secret once more.</source>
        <translation>Não é possível ler o segredo “{label}” de {endpoint} em {keyring} ({reason}). Desbloqueie-o e inicie o programa de novo, ou digite o segredo novamente.</translation>
    </message>
    <message>
        <source>The secret “{label}” of {endpoint} lies in a keyring of the system that is not in use here. Allow the keyring in the settings, or enter the secret once more.</source>
        <translation>O segredo “{label}” de {endpoint} está em um chaveiro do sistema que não é usado aqui. Permita o chaveiro nas configurações ou digite o segredo novamente.</translation>
    </message>
    <message>
        <source>The {keyring} did not take the secret “{label}” of {endpoint} ({reason}). It lies in the file {path} instead, which only you may read.</source>
        <translation>{keyring} não aceitou o segredo “{label}” de {endpoint} ({reason}). Ele ficou no arquivo {path}, que só você pode ler.</translation>
    </message>
    <message>
        <source>The keyring still holds an earlier secret “{label}” of {endpoint}, as entry {entry} of Webhook Inspector ({reason}). Delete it there by hand.</source>
        <translation>O chaveiro ainda guarda um segredo “{label}” anterior de {endpoint}, na entrada {entry} do Webhook Inspector ({reason}). Exclua-o de lá à mão.</translation>
    </message>
    <message>
        <source>There is a space or a line break at the beginning or the end. It is seldom part of the secret: leave it out.</source>
        <translation>Há um espaço ou uma quebra de linha no início ou no fim. Raramente isso faz parte do segredo: deixe de fora.</translation>
    </message>
    <message>
        <source>There is more than one line here. Paste only the secret itself.</source>
        <translation>Há mais de uma linha aqui. Cole só o próprio segredo.</translation>
    </message>
    <message>
        <source>This looks like {found}. Choose the scheme of the endpoint to have it checked further.</source>
        <translation>Isto se parece com “{found}”. Escolha o esquema do endpoint para que seja mais bem verificado.</translation>
    </message>
    <message>
        <source>This looks like {found}, but the scheme of the endpoint is {scheme}. Paste the secret of that provider, or choose another scheme.</source>
        <translation>Isto se parece com “{found}”, mas o esquema do endpoint é {scheme}. Cole o segredo desse provedor ou escolha outro esquema.</translation>
    </message>
    <message>
        <source>This looks like a Stripe API key; the signing secret begins with whsec_. It stands on the page of the endpoint in the Stripe dashboard.</source>
        <translation>Isto parece uma chave de API da Stripe; o segredo de assinatura começa com whsec_. Ele está na página do endpoint, no Dashboard da Stripe.</translation>
    </message>
    <message>
        <source>This looks like an id of Stripe; the signing secret begins with whsec_. It stands on the page of the endpoint in the Stripe dashboard.</source>
        <translation>Isto parece um ID da Stripe; o segredo de assinatura começa com whsec_. Ele está na página do endpoint, no Dashboard da Stripe.</translation>
    </message>
    <message>
        <source>This looks like a Slack token; needed is the signing secret. It stands in the app&apos;s Basic Information.</source>
        <translation>Isto parece um token do Slack; use o segredo de assinatura (signing secret). Ele está em Basic Information, no app.</translation>
    </message>
    <message>
        <source>This looks like a Shopify access token; needed is the client secret of the app, or the key shown below the list of webhooks.</source>
        <translation>Isto parece um token de acesso da Shopify; use o client secret do app ou a chave mostrada abaixo da lista de webhooks.</translation>
    </message>
    <message>
        <source>This looks like a Twilio SID, which is only a name; needed is the Auth Token of the account.</source>
        <translation>Isto parece um SID da Twilio, que é só um nome; use o Auth Token da conta.</translation>
    </message>
    <message>
        <source>This looks like a SendGrid API key; needed is the verification key of the signed event webhook.</source>
        <translation>Isto parece uma chave de API do SendGrid; use a chave de verificação (verification key) do webhook de eventos assinado.</translation>
    </message>
    <message>
        <source>This looks like a Discord bot token; needed is the public key of the application, 64 hex digits.</source>
        <translation>Isto parece um token de bot do Discord; use a chave pública da aplicação, com 64 dígitos hex.</translation>
    </message>
    <message>
        <source>This looks like a Discord application id; needed is the public key of the application, 64 hex digits.</source>
        <translation>Isto parece um ID de aplicação do Discord; use a chave pública da aplicação, com 64 dígitos hex.</translation>
    </message>
    <message>
        <source>This looks like a Mercado Pago access token; needed is the secret signature, shown in the webhook settings of the application.</source>
        <translation>Isto parece um access token do Mercado Pago; use a assinatura secreta, mostrada nas configurações de webhooks da aplicação.</translation>
    </message>
    <message>
        <source>This looks like a Square access token or application credential; needed is the signature key of the webhook subscription.</source>
        <translation>Isto parece um token de acesso ou uma credencial de aplicação da Square; use a signature key da inscrição (subscription) do webhook.</translation>
    </message>
    <message>
        <source>This looks like a PayPal webhook id, which belongs in the setting webhook_id; the key is PayPal&apos;s certificate.</source>
        <translation>Isto parece um ID de webhook do PayPal, que vai na configuração webhook_id; a chave é o certificado do PayPal.</translation>
    </message>
    <message>
        <source>This looks like an Asaas API key; needed is the access token that was chosen for the webhook.</source>
        <translation>Isto parece uma chave de API do Asaas; use o token de autenticação definido para o webhook.</translation>
    </message>
    <message>
        <source>This looks like a Meta access token; needed is the app secret, shown in the basic settings of the app.</source>
        <translation>Isto parece um token de acesso da Meta; use a chave secreta (app secret), mostrada nas configurações básicas do app.</translation>
    </message>
    <message>
        <source>This looks like a LINE channel access token; needed is the channel secret.</source>
        <translation>Isto parece um channel access token do LINE; use o channel secret.</translation>
    </message>
    <message>
        <source>This looks like a Telegram bot token; needed is the secret_token that was given to setWebhook.</source>
        <translation>Isto parece um token de bot do Telegram; use o secret_token passado a setWebhook.</translation>
    </message>
    <message>
        <source>This looks like a Linear API key; needed is the signing secret of the webhook, which begins with lin_wh_.</source>
        <translation>Isto parece uma chave de API do Linear; use o segredo de assinatura do webhook, que começa com lin_wh_.</translation>
    </message>
    <message>
        <source>This looks like a Paddle API key or the id of a destination; the secret key of the destination begins with pdl_ntfset_.</source>
        <translation>Isto parece uma chave de API da Paddle ou o ID de um destino; a chave secreta do destino começa com pdl_ntfset_.</translation>
    </message>
    <message>
        <source>This looks like a HubSpot access token; needed is the client secret of the app.</source>
        <translation>Isto parece um token de acesso da HubSpot; use o client secret do app.</translation>
    </message>
    <message>
        <source>This does not look like a signing secret of Stripe: those begin with whsec_.</source>
        <translation>Isto não parece um segredo de assinatura da Stripe: eles começam com whsec_.</translation>
    </message>
    <message>
        <source>This does not look like a secret of this scheme: those are whsec_ and base64. Where the provider uses the text itself as the key, choose standard-webhooks-raw-key.</source>
        <translation>Isto não parece um segredo deste esquema: eles são whsec_ seguido de base64. Se o provedor usa o próprio texto como chave, escolha standard-webhooks-raw-key.</translation>
    </message>
    <message>
        <source>The key of this scheme is written in hex digits, two for each byte, and this is not.</source>
        <translation>A chave deste esquema é escrita em dígitos hex, dois por byte, e esta não é.</translation>
    </message>
    <message>
        <source>This does not look like a Slack signing secret, which is 32 hex digits. It stands in the app&apos;s Basic Information.</source>
        <translation>Isto não parece um segredo de assinatura (signing secret) do Slack, que tem 32 dígitos hex. Ele está em Basic Information, no app.</translation>
    </message>
    <message>
        <source>This does not look like a Twilio Auth Token, which is 32 hex digits.</source>
        <translation>Isto não parece um Auth Token da Twilio, que tem 32 dígitos hex.</translation>
    </message>
    <message>
        <source>This does not look like the public key of a Discord application, which is 64 hex digits.</source>
        <translation>Isto não parece a chave pública de uma aplicação do Discord, que tem 64 dígitos hex.</translation>
    </message>
    <message>
        <source>This does not look like a SendGrid verification key, which is a public key in base64 or PEM form.</source>
        <translation>Isto não parece uma chave de verificação do SendGrid, que é uma chave pública em base64 ou no formato PEM.</translation>
    </message>
    <message>
        <source>This does not look like the public key of a Telnyx account, which is 44 characters of base64.</source>
        <translation>Isto não parece a chave pública de uma conta da Telnyx, que tem 44 caracteres em base64.</translation>
    </message>
    <message>
        <source>This sender signs with a certificate. Paste it in PEM form, from -----BEGIN CERTIFICATE----- to its end.</source>
        <translation>Este remetente assina com um certificado. Cole-o no formato PEM, de -----BEGIN CERTIFICATE----- até o fim.</translation>
    </message>
    <message>
        <source>This does not look like the secret key of a Paddle destination: those begin with pdl_ntfset_.</source>
        <translation>Isto não parece a chave secreta de um destino da Paddle: elas começam com pdl_ntfset_.</translation>
    </message>
    <message>
        <source>A Telegram secret_token has only letters, digits, _ and -, 256 at most.</source>
        <translation>Um secret_token do Telegram tem só letras, dígitos, _ e -, no máximo 256.</translation>
    </message>
    <message>
        <source>Basic authentication needs user:password, with a colon between them.</source>
        <translation>A autenticação Basic precisa de usuário:senha, com dois-pontos entre eles.</translation>
    </message>
    <message>
        <source>{name} takes a whole number from 0 up, such as 300.</source>
        <translation>{name} aceita um número inteiro a partir de 0, como 300.</translation>
    </message>
    <message>
        <source>{name} takes true or false.</source>
        <translation>{name} aceita true ou false.</translation>
    </message>
    <message>
        <source>{name} does not take {text}. Choose from: {choices}.</source>
        <translation>{name} não aceita {text}. Escolha entre: {choices}.</translation>
    </message>
    <message>
        <source>There is no endpoint {path}. The command endpoints lists all.</source>
        <translation>O endpoint {path} não existe. O comando endpoints lista todos.</translation>
    </message>
    <message>
        <source>The endpoint {path} has no secret “{label}”; it has: {known}.</source>
        <translation>O endpoint {path} não tem o segredo “{label}”; ele tem: {known}.</translation>
    </message>
    <message>
        <source>“{tag}” is no tag. A tag is one word of at most {limit} letters, digits and . + / @ # - _, and begins with a letter or a digit.</source>
        <translation>“{tag}” não é uma tag. Uma tag é uma só palavra, com no máximo {limit} letras, dígitos e . + / @ # - _, e começa com uma letra ou um dígito.</translation>
    </message>
    <message>
        <source>There is no colour {colour}. There are {known}.</source>
        <translation>A cor {colour} não existe. As cores são {known}.</translation>
    </message>
    <message>
        <source>The note is longer than {limit} characters. Shorten it.</source>
        <translation>A nota tem mais de {limit} caracteres. Encurte-a.</translation>
    </message>
    <message>
        <source>Another program has this folder, so nothing that is stored can be changed here. Change it there.</source>
        <translation>Outro programa está usando esta pasta, então nada do que está guardado pode ser alterado aqui. Faça a alteração nele.</translation>
    </message>
    <message>
        <source>There is no deletion that can be undone.</source>
        <translation>Não há exclusão que possa ser desfeita.</translation>
    </message>
    <message>
        <source>The body has more values; the tree holds the first {count}.</source>
        <translation>O corpo tem mais valores; a árvore contém os primeiros {count}.</translation>
    </message>
    <message>
        <source>Tokens are only decoded here: whether their signatures are valid was not verified.</source>
        <translation>Aqui os tokens são apenas decodificados: não foi verificado se as assinaturas deles são válidas.</translation>
    </message>
    <message>
        <source>{path} is no path. Write it like $.items[0].id.</source>
        <translation>{path} não é um caminho. Escreva-o como $.items[0].id.</translation>
    </message>
    <message>
        <source>The part of the body that is loaded has nothing at {path}.</source>
        <translation>A parte carregada do corpo não tem nada em {path}.</translation>
    </message>
    <message>
        <source>No program could be started for {path}. Save the body and open it.</source>
        <translation>Não foi possível iniciar um programa para {path}. Salve o corpo e abra-o.</translation>
    </message>
    <message>
        <source>Of the body of capture {id}, only the first {shown} of {total} bytes are compared.</source>
        <translation>Do corpo da captura {id}, só os primeiros {shown} de {total} bytes são comparados.</translation>
    </message>
    <message>
        <source>Of the body of capture {id}, only the first {lines} lines are compared.</source>
        <translation>Do corpo da captura {id}, só as primeiras {lines} linhas são comparadas.</translation>
    </message>
    <message>
        <source>The bodies differ in very much: some lines that are the same may be shown as changed.</source>
        <translation>Os corpos diferem muito: algumas linhas iguais podem aparecer como alteradas.</translation>
    </message>
    <message>
        <source>The lines are the same, but not the bytes: the bodies differ in blanks or line ends, or in what is not shown.</source>
        <translation>As linhas são iguais, mas os bytes não: os corpos diferem em espaços, em fins de linha ou no que não é exibido.</translation>
    </message>
    <message>
        <source>Nothing tells which event capture {id} is, so no earlier one of its kind can be found. Select two captures to compare them.</source>
        <translation>Nada indica qual é o evento da captura {id}, então não é possível encontrar uma anterior do mesmo tipo. Selecione duas capturas para compará-las.</translation>
    </message>
    <message>
        <source>There is no earlier capture of the same provider, event and path as capture {id}.</source>
        <translation>Não há captura anterior com o mesmo provedor, evento e caminho da captura {id}.</translation>
    </message>
    <message>
        <source>Capture {id} came only once: there is no other try to compare it with.</source>
        <translation>A captura {id} chegou só uma vez: não há outra tentativa com que compará-la.</translation>
    </message>
    <message>
        <source>Select two captures to compare them. Selected: {count}.</source>
        <translation>Selecione duas capturas para compará-las. Selecionadas: {count}.</translation>
    </message>
    <message>
        <source>There is no {written} to filter by. Did you mean {meant}? Quotes make it a text to look for.</source>
        <translation>Não existe {written} para filtrar. Você quis dizer {meant}? Entre aspas, vira um texto a buscar.</translation>
    </message>
    <message>
        <source>A value is missing here, as in {example}</source>
        <translation>Falta um valor aqui, como em {example}</translation>
    </message>
    <message>
        <source>A value may have {most} characters at most.</source>
        <translation>Um valor pode ter no máximo {most} caracteres.</translation>
    </message>
    <message>
        <source>{field}: does not know {written}. It takes one of: {values}.</source>
        <translation>{field}: não conhece {written}. Valores aceitos: {values}.</translation>
    </message>
    <message>
        <source>{field}: needs a number, as in {example}</source>
        <translation>{field}: precisa de um número, como em {example}</translation>
    </message>
    <message>
        <source>{field}: needs a size, as in {example}</source>
        <translation>{field}: precisa de um tamanho, como em {example}</translation>
    </message>
    <message>
        <source>{field}: needs a time that exists, as in {example}, 14:00, 2026-01-31 or 2026-01-31T14:00:00Z.</source>
        <translation>{field}: precisa de uma data ou hora que exista, como em {example}, 14:00, 2026-01-31 ou 2026-01-31T14:00:00Z.</translation>
    </message>
    <message>
        <source>This is no regular expression: {reason}.</source>
        <translation>Isto não é uma expressão regular: {reason}.</translation>
    </message>
    <message>
        <source>Something has to follow {word}. Quotes make it a text to look for.</source>
        <translation>Algo deve vir depois de {word}. Entre aspas, vira um texto a buscar.</translation>
    </message>
    <message>
        <source>The bracket that is opened here is never closed. Quotes make it a text to look for.</source>
        <translation>O parêntese aberto aqui nunca é fechado. Entre aspas, vira um texto a buscar.</translation>
    </message>
    <message>
        <source>No bracket is open that could be closed here. Quotes make it a text to look for.</source>
        <translation>Não há parêntese aberto para fechar aqui. Entre aspas, vira um texto a buscar.</translation>
    </message>
    <message>
        <source>There is nothing between these brackets. Quotes make them a text to look for.</source>
        <translation>Não há nada entre estes parênteses. Entre aspas, viram um texto a buscar.</translation>
    </message>
    <message>
        <source>Brackets can be nested {most} deep at most.</source>
        <translation>Parênteses podem ser aninhados em no máximo {most} níveis.</translation>
    </message>
    <message>
        <source>A filter can have {most} words at most. Quotes around a long text look for it as a whole.</source>
        <translation>Um filtro pode ter no máximo {most} palavras. Ponha um texto longo entre aspas para buscá-lo inteiro.</translation>
    </message>
    <message>
        <source>No capture matched within {seconds} s. The nearest: {miss}.</source>
        <translation>Nenhuma captura correspondeu em {seconds} s. A mais próxima: {miss}.</translation>
    </message>
    <message>
        <source>Nothing was captured within {seconds} s.</source>
        <translation>Nada foi capturado em {seconds} s.</translation>
    </message>
    <message>
        <source>Nobody listens for the history in {path}, so nothing can arrive. Start webhook-inspector listen or the window first, or wait with --listen.</source>
        <translation>Ninguém está escutando para o histórico em {path}, então nada pode chegar. Inicie antes webhook-inspector listen ou a janela, ou espere com --listen.</translation>
    </message>
    <message>
        <source>No capture matched, and nobody listens for the history in {path}, so none can arrive. Start webhook-inspector listen or the window first, or wait with --listen. The nearest: {miss}.</source>
        <translation>Nenhuma captura correspondeu, e ninguém está escutando para o histórico em {path}, então nenhuma pode chegar. Inicie antes webhook-inspector listen ou a janela, ou espere com --listen. A mais próxima: {miss}.</translation>
    </message>
    <message>
        <source>There is no saved filter {name}. Quotes make it a text to look for.</source>
        <translation>O filtro salvo {name} não existe. Entre aspas, vira um texto a buscar.</translation>
    </message>
    <message>
        <source>There is no saved filter {name}. Did you mean {near}? Quotes make it a text to look for.</source>
        <translation>O filtro salvo {name} não existe. Você quis dizer {near}? Entre aspas, vira um texto a buscar.</translation>
    </message>
    <message>
        <source>There is no saved filter {name}. There are: {known}.</source>
        <translation>O filtro salvo {name} não existe. Existem: {known}.</translation>
    </message>
    <message>
        <source>All captures</source>
        <translation>Todas as capturas</translation>
    </message>
    <message>
        <source>Captures {rest}</source>
        <translation>Capturas {rest}</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>{first} or {rest}</source>
        <translation>{first} ou {rest}</translation>
    </message>
    <message>
        <source>not {rest}</source>
        <translation>não {rest}</translation>
    </message>
    <message>
        <source>({rest})</source>
        <translation>({rest})</translation>
    </message>
    <message>
        <source>with anything</source>
        <translation>com qualquer conteúdo</translation>
    </message>
    <message>
        <source>with “{value}”</source>
        <translation>com “{value}”</translation>
    </message>
    <message>
        <source>that match /{value}/</source>
        <translation>correspondentes a /{value}/</translation>
    </message>
    <message>
        <source>with method {value}</source>
        <translation>com método {value}</translation>
    </message>
    <message>
        <source>with {value} in the path</source>
        <translation>com {value} no caminho</translation>
    </message>
    <message>
        <source>under {value}</source>
        <translation>sob {value}</translation>
    </message>
    <message>
        <source>of {value}</source>
        <translation>de {value}</translation>
    </message>
    <message>
        <source>of event {value}</source>
        <translation>do evento {value}</translation>
    </message>
    <message>
        <source>from {value}</source>
        <translation>vindas de {value}</translation>
    </message>
    <message>
        <source>to host {value}</source>
        <translation>para o host {value}</translation>
    </message>
    <message>
        <source>answered with {value}</source>
        <translation>respondidas com status {value}</translation>
    </message>
    <message>
        <source>with a body of {value}</source>
        <translation>com corpo de tamanho {value}</translation>
    </message>
    <message>
        <source>of attempt {value}</source>
        <translation>com número de tentativa {value}</translation>
    </message>
    <message>
        <source>more than {number}</source>
        <translation>acima de {number}</translation>
    </message>
    <message>
        <source>at least {number}</source>
        <translation>a partir de {number}</translation>
    </message>
    <message>
        <source>less than {number}</source>
        <translation>abaixo de {number}</translation>
    </message>
    <message>
        <source>at most {number}</source>
        <translation>até {number}</translation>
    </message>
    <message>
        <source>{number} to {last}</source>
        <translation>de {number} a {last}</translation>
    </message>
    <message>
        <source>{number}</source>
        <translation>{number}</translation>
    </message>
    <message>
        <source>{number} bytes</source>
        <translation>{number} bytes</translation>
    </message>
    <message>
        <source>since {value}</source>
        <translation>recebidas desde {value}</translation>
    </message>
    <message>
        <source>before {value}</source>
        <translation>recebidas antes de {value}</translation>
    </message>
    <message>
        <source>in the last {value}</source>
        <translation>recebidas há no máximo {value}</translation>
    </message>
    <message>
        <source>older than {value}</source>
        <translation>recebidas há mais de {value}</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>with a valid signature</source>
        <translation>com assinatura válida</translation>
    </message>
    <message>
        <source>with an invalid signature</source>
        <translation>com assinatura inválida</translation>
    </message>
    <message>
        <source>with an expired signature</source>
        <translation>com assinatura expirada</translation>
    </message>
    <message>
        <source>without a signature</source>
        <translation>sem assinatura</translation>
    </message>
    <message>
        <source>with nothing to verify</source>
        <translation>sem nada a verificar</translation>
    </message>
    <message>
        <source>with an unknown signature scheme</source>
        <translation>com esquema de assinatura desconhecido</translation>
    </message>
    <message>
        <source>without a secret to verify them</source>
        <translation>sem segredo para verificá-las</translation>
    </message>
    <message>
        <source>with tag {value}</source>
        <translation>com a tag {value}</translation>
    </message>
    <message>
        <source>waiting to be sent on</source>
        <translation>aguardando encaminhamento</translation>
    </message>
    <message>
        <source>sent on and delivered</source>
        <translation>encaminhadas e entregues</translation>
    </message>
    <message>
        <source>sent on in vain</source>
        <translation>encaminhadas sem sucesso</translation>
    </message>
    <message>
        <source>with a delivery that was stopped</source>
        <translation>com uma entrega interrompida</translation>
    </message>
    <message>
        <source>sent on, or to be sent on</source>
        <translation>encaminhadas ou a encaminhar</translation>
    </message>
    <message>
        <source>with colour {value}</source>
        <translation>com a cor {value}</translation>
    </message>
    <message>
        <source>with {value} in the note</source>
        <translation>com {value} na nota</translation>
    </message>
    <message>
        <source>{value}</source>
        <translation>{value}</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>com nota</translation>
    </message>
    <message>
        <source>with a tag</source>
        <translation>com tag</translation>
    </message>
    <message>
        <source>with a colour</source>
        <translation>com cor</translation>
    </message>
    <message>
        <source>that are pinned</source>
        <translation>fixadas</translation>
    </message>
    <message>
        <source>with an error</source>
        <translation>com erro</translation>
    </message>
    <message>
        <source>that were sent again</source>
        <translation>com novas tentativas</translation>
    </message>
    <message>
        <source>with a body</source>
        <translation>com corpo</translation>
    </message>
    <message>
        <source>with a query in the address</source>
        <translation>com query no endereço</translation>
    </message>
    <message>
        <source>with an event type</source>
        <translation>com tipo de evento</translation>
    </message>
    <message>
        <source>of the live account</source>
        <translation>da conta de produção</translation>
    </message>
    <message>
        <source>of a test account</source>
        <translation>de uma conta de teste</translation>
    </message>
    <message>
        <source>that are retries</source>
        <translation>recebidas em nova tentativa</translation>
    </message>
    <message>
        <source>that are complete</source>
        <translation>completas</translation>
    </message>
    <message>
        <source>that are cut</source>
        <translation>cortadas</translation>
    </message>
    <message>
        <source>that are incomplete</source>
        <translation>incompletas</translation>
    </message>
    <message>
        <source>that were refused</source>
        <translation>recusadas</translation>
    </message>
    <message>
        <source>with header {path}</source>
        <translation>com o cabeçalho {path}</translation>
    </message>
    <message>
        <source>with parameter {path}</source>
        <translation>com o parâmetro {path}</translation>
    </message>
    <message>
        <source>with {path} in the body</source>
        <translation>com o campo {path} do corpo</translation>
    </message>
    <message>
        <source>{place} containing {value}</source>
        <translation>{place} contendo {value}</translation>
    </message>
    <message>
        <source>{place} equal to {value}</source>
        <translation>{place} igual a {value}</translation>
    </message>
    <message>
        <source>{place} other than {value}</source>
        <translation>{place} diferente de {value}</translation>
    </message>
    <message>
        <source>{place} above {value}</source>
        <translation>{place} maior que {value}</translation>
    </message>
    <message>
        <source>{place} at least {value}</source>
        <translation>{place} maior ou igual a {value}</translation>
    </message>
    <message>
        <source>{place} below {value}</source>
        <translation>{place} menor que {value}</translation>
    </message>
    <message>
        <source>{place} at most {value}</source>
        <translation>{place} menor ou igual a {value}</translation>
    </message>
    <message>
        <source>{capture} matched {met}, but {why}</source>
        <translation>{capture} correspondeu a {met}, mas {why}</translation>
    </message>
    <message>
        <source>{capture}: {why}</source>
        <translation>{capture}: {why}</translation>
    </message>
    <message>
        <source>#{number} {method} {target}</source>
        <translation>#{number} {method} {target}</translation>
    </message>
    <message>
        <source>{first}, and {rest}</source>
        <translation>{first}, e {rest}</translation>
    </message>
    <message>
        <source>{name} is {found}, not {wanted}</source>
        <translation>{name} é {found}, não {wanted}</translation>
    </message>
    <message>
        <source>it has no {name}</source>
        <translation>não tem {name}</translation>
    </message>
    <message>
        <source>{part} is nowhere in it</source>
        <translation>{part} não aparece em nenhum lugar dela</translation>
    </message>
    <message>
        <source>{part} does not hold</source>
        <translation>{part} não se aplica</translation>
    </message>
    <message>
        <source>There is no attempt {id}. List those of a capture to see the numbers of its attempts.</source>
        <translation>A tentativa {id} não existe. Liste as de uma captura para ver os números das tentativas dela.</translation>
    </message>
    <message>
        <source>There is no scenario {name}. There are: {known}.</source>
        <translation>O cenário {name} não existe. Existem: {known}.</translation>
    </message>
    <message>
        <source>There is no forward rule {name}. There are: {known}.</source>
        <translation>A regra de encaminhamento {name} não existe. Existem: {known}.</translation>
    </message>
    <message>
        <source>What came was no request that can be understood, so it cannot be sent again.</source>
        <translation>O que chegou não pôde ser entendido como requisição, então não pode ser reenviado.</translation>
    </message>
    <message>
        <source>Only {shown} of {total} bytes of the body were captured, so what is sent is not what came. Its signature will not fit.</source>
        <translation>Só {shown} de {total} bytes do corpo foram capturados, então o que é enviado não é o que chegou. A assinatura não vai conferir.</translation>
    </message>
    <message>
        <source>“{method}” is no method. Write one word such as POST, without blanks.</source>
        <translation>“{method}” não é um método. Escreva uma só palavra, como POST, sem espaços.</translation>
    </message>
    <message>
        <source>“{text}” is no whole address. Write one such as http://localhost:3000/webhooks.</source>
        <translation>“{text}” não é um endereço completo. Escreva um como http://localhost:3000/webhooks.</translation>
    </message>
    <message>
        <source>Nothing can be sent by {scheme}: an address begins with http:// or https://.</source>
        <translation>Nada pode ser enviado por {scheme}: um endereço começa com http:// ou https://.</translation>
    </message>
    <message>
        <source>“{text}” is no host. Write a name or an address and, if needed, a port up to 65535: localhost:3000.</source>
        <translation>“{text}” não é um host. Escreva um nome ou um endereço e, se preciso, uma porta até 65535: localhost:3000.</translation>
    </message>
    <message>
        <source>The address holds a user name or a password. Take it out, and put it into the header Authorization instead.</source>
        <translation>O endereço contém um nome de usuário ou uma senha. Retire isso e ponha no cabeçalho Authorization.</translation>
    </message>
    <message>
        <source>The address holds a blank, a line break or another character that cannot be sent. Write %20 for a blank.</source>
        <translation>O endereço contém um espaço, uma quebra de linha ou outro caractere que não pode ser enviado. Escreva %20 no lugar de um espaço.</translation>
    </message>
    <message>
        <source>What follows # in the address is not sent.</source>
        <translation>O que vem depois de # no endereço não é enviado.</translation>
    </message>
    <message>
        <source>“{name}” is no name of a header: only letters, digits and - . _ are usual in one, no blanks.</source>
        <translation>“{name}” não é um nome de cabeçalho: nele só são usuais letras, dígitos e - . _, sem espaços.</translation>
    </message>
    <message>
        <source>The header {name} holds a line break or a NUL, which would end it. Take that out.</source>
        <translation>O cabeçalho {name} contém uma quebra de linha ou um NUL, que o encerraria. Retire isso.</translation>
    </message>
    <message>
        <source>Signing made the header “{name}”, which cannot be sent: the secret or a setting of the scheme holds a line break or a blank. Correct it.</source>
        <translation>A assinatura gerou o cabeçalho “{name}”, que não pode ser enviado: o segredo ou uma configuração do esquema contém uma quebra de linha ou um espaço. Corrija isso.</translation>
    </message>
    <message>
        <source>The signature belongs into the address, and cannot be put into this one. Write every character of it as %XX that is not plain text, and no blanks.</source>
        <translation>A assinatura vai no endereço e não pode ser posta neste. Escreva como %XX todo caractere dele que não seja texto simples, e nenhum espaço.</translation>
    </message>
    <message>
        <source>Host, length and connection headers go out exactly as they stand here.</source>
        <translation>Os cabeçalhos Host, de tamanho e de conexão saem exatamente como estão aqui.</translation>
    </message>
    <message>
        <source>Transfer-Encoding goes out as it stands, but the body is not cut into chunks unless you wrote them.</source>
        <translation>Transfer-Encoding sai como está, mas o corpo só fica dividido em blocos (chunks) se você os escreveu.</translation>
    </message>
    <message>
        <source>Content-Length does not say {size}, the size of the body: the receiver will wait, or take the rest for another request.</source>
        <translation>Content-Length não indica {size}, o tamanho do corpo: o destinatário vai esperar ou tomar o resto por outra requisição.</translation>
    </message>
    <message>
        <source>There are {count} Host headers. A request needs one, or the receiver may refuse it.</source>
        <translation>Há {count} cabeçalhos Host. Uma requisição precisa de um, ou o destinatário pode recusá-la.</translation>
    </message>
    <message>
        <source>Nothing was sent from here yet, so there is no target. Choose one in the editor and send; from then on it is used again.</source>
        <translation>Nada foi enviado daqui ainda, então não há destino. Escolha um no editor e envie; a partir daí, ele é usado de novo.</translation>
    </message>
    <message>
        <source>It is not ticked, so it is not sent.</source>
        <translation>Não está marcado, então não é enviado.</translation>
    </message>
    <message>
        <source>It goes out as it stands, because you asked for that.</source>
        <translation>Sai como está, porque você pediu isso.</translation>
    </message>
    <message>
        <source>It is the host of the address.</source>
        <translation>É o host do endereço.</translation>
    </message>
    <message>
        <source>It stays as it is, because you keep the host.</source>
        <translation>Fica como está, porque você mantém o host.</translation>
    </message>
    <message>
        <source>It is the size of the body.</source>
        <translation>É o tamanho do corpo.</translation>
    </message>
    <message>
        <source>A request has only one {name}.</source>
        <translation>Uma requisição tem só um {name}.</translation>
    </message>
    <message>
        <source>The body is sent in one piece, with its length.</source>
        <translation>O corpo é enviado inteiro, de uma vez, com seu tamanho.</translation>
    </message>
    <message>
        <source>It belongs to the connection on which it came.</source>
        <translation>Pertence à conexão pela qual chegou.</translation>
    </message>
    <message>
        <source>It is made anew by signing.</source>
        <translation>É gerado de novo pela assinatura.</translation>
    </message>
    <message>
        <source>It is added by signing.</source>
        <translation>É adicionado pela assinatura.</translation>
    </message>
    <message>
        <source>It belongs to the old signature.</source>
        <translation>Pertence à assinatura antiga.</translation>
    </message>
    <message>
        <source>It is wrong on purpose.</source>
        <translation>Está errado de propósito.</translation>
    </message>
    <message>
        <source>It is left out on purpose.</source>
        <translation>Foi omitido de propósito.</translation>
    </message>
    <message>
        <source>The request goes out without a signature.</source>
        <translation>A requisição sai sem assinatura.</translation>
    </message>
    <message>
        <source>The signature says on purpose that it is {minutes} minutes old.</source>
        <translation>A assinatura declara, de propósito, ter {minutes} minutos.</translation>
    </message>
    <message>
        <source>One byte of the body is changed on purpose after signing.</source>
        <translation>Um byte do corpo é alterado de propósito depois da assinatura.</translation>
    </message>
    <message>
        <source>It is signed on purpose with a secret that the receiver does not have.</source>
        <translation>Foi assinada de propósito com um segredo que o destinatário não tem.</translation>
    </message>
    <message>
        <source>It has two signatures, as while a secret is replaced. One fits; the receiver must accept it.</source>
        <translation>Há duas assinaturas, como durante a troca de um segredo. Uma confere; o destinatário deve aceitar a requisição.</translation>
    </message>
    <message>
        <source>The signature of the scheme {scheme} cannot be taken out: it is a part of the body. Change the body by hand instead.</source>
        <translation>Não é possível retirar a assinatura do esquema {scheme}: ela faz parte do corpo. Em vez disso, altere o corpo à mão.</translation>
    </message>
    <message>
        <source>The scheme {scheme}, or its key, cannot be broken in this way. Choose another one.</source>
        <translation>O esquema {scheme}, ou sua chave, não pode ser quebrado desta forma. Escolha outra.</translation>
    </message>
    <message>
        <source>For this the request must be signed anew. Choose a secret first.</source>
        <translation>Para isto, a requisição precisa ser assinada de novo. Escolha antes um segredo.</translation>
    </message>
    <message>
        <source>There is no body that could be changed.</source>
        <translation>Não há corpo que possa ser alterado.</translation>
    </message>
    <message>
        <source>It accepted a valid request.</source>
        <translation>Aceitou uma requisição válida.</translation>
    </message>
    <message>
        <source>It refused a valid request with {status}. See that it has the same secret, and verifies the body before anything changes it.</source>
        <translation>Recusou uma requisição válida com {status}. Confira se o handler tem o mesmo segredo e verifica o corpo antes que algo o altere.</translation>
    </message>
    <message>
        <source>It answered {status} to a valid request: the handler fails. Look into its log.</source>
        <translation>Respondeu {status} a uma requisição válida: o handler falha. Veja o log dele.</translation>
    </message>
    <message>
        <source>It accepted an old signature: your handler does not check the age, so whoever has seen a request can send it again.</source>
        <translation>Aceitou uma assinatura antiga: seu handler não verifica a idade, então quem tiver visto uma requisição pode reenviá-la.</translation>
    </message>
    <message>
        <source>It refused an old signature with {status}.</source>
        <translation>Recusou uma assinatura antiga com {status}.</translation>
    </message>
    <message>
        <source>It accepted a tampered body: your handler does not verify the signature.</source>
        <translation>Aceitou um corpo adulterado: seu handler não verifica a assinatura.</translation>
    </message>
    <message>
        <source>It refused a tampered body with {status}.</source>
        <translation>Recusou um corpo adulterado com {status}.</translation>
    </message>
    <message>
        <source>It accepted a signature by another secret: your handler does not verify the signature.</source>
        <translation>Aceitou uma assinatura feita com outro segredo: seu handler não verifica a assinatura.</translation>
    </message>
    <message>
        <source>It refused a signature by another secret with {status}.</source>
        <translation>Recusou uma assinatura feita com outro segredo com {status}.</translation>
    </message>
    <message>
        <source>It accepted a request without a signature: your handler must refuse one.</source>
        <translation>Aceitou uma requisição sem assinatura: seu handler deve recusá-la.</translation>
    </message>
    <message>
        <source>It refused a request without a signature with {status}.</source>
        <translation>Recusou uma requisição sem assinatura com {status}.</translation>
    </message>
    <message>
        <source>It accepted the same request again. See that it was handled only once.</source>
        <translation>Aceitou a mesma requisição de novo. Confira se ela foi processada só uma vez.</translation>
    </message>
    <message>
        <source>A repeated request was answered {status}: providers take that for a failure and send it again. Answer 200 to what was handled already.</source>
        <translation>Uma requisição repetida teve a resposta {status}: os provedores tomam isso por falha e reenviam. Responda 200 ao que já foi processado.</translation>
    </message>
    <message>
        <source>It answered {status} to a repeated request: the handler fails when one comes twice. Look into its log.</source>
        <translation>Respondeu {status} a uma requisição repetida: o handler falha quando ela chega duas vezes. Veja o log dele.</translation>
    </message>
    <message>
        <source>It answered {status}: the handler fails instead of refusing, and providers would send it again. Answer 400 or 401.</source>
        <translation>Respondeu {status}: o handler falha em vez de recusar, e os provedores reenviariam. Responda 400 ou 401.</translation>
    </message>
    <message>
        <source>It answered {status}: nothing handles this method at this address. Check the path.</source>
        <translation>Respondeu {status}: nada trata este método neste endereço. Verifique o caminho.</translation>
    </message>
    <message>
        <source>It answered {status}, a redirect, which most providers do not follow. Give them the final address.</source>
        <translation>Respondeu {status}, um redirecionamento, que a maioria dos provedores não segue. Dê a eles o endereço final.</translation>
    </message>
    <message>
        <source>It answered {status}, which says neither yes nor no.</source>
        <translation>Respondeu {status}, o que não diz nem sim nem não.</translation>
    </message>
    <message>
        <source>There was no answer. {reason}</source>
        <translation>Não houve resposta. {reason}</translation>
    </message>
    <message>
        <source>It refused this with {status}, but it does not accept valid requests either, so that proves nothing yet.</source>
        <translation>Recusou isto com {status}, mas também não aceita requisições válidas, então isso ainda não prova nada.</translation>
    </message>
    <message>
        <source>The check was cancelled. Nothing more is sent.</source>
        <translation>A verificação foi cancelada. Nada mais será enviado.</translation>
    </message>
    <message>
        <source>The handler did right in all {count} cases.</source>
        <translation>O handler acertou em todos os {count} casos.</translation>
    </message>
    <message>
        <source>The handler did right in {fine} of {count} cases.</source>
        <translation>O handler acertou em {fine} de {count} casos.</translation>
    </message>
    <message>
        <source>The handler is open to forged requests: it accepted {accepted} of {count} that it must refuse.</source>
        <translation>O handler está aberto a requisições forjadas: aceitou {accepted} de {count} que deve recusar.</translation>
    </message>
    <message>
        <source>The handler does not accept valid requests. Mend that first, then check again.</source>
        <translation>O handler não aceita requisições válidas. Corrija isso primeiro e verifique de novo.</translation>
    </message>
    <message>
        <source>The handler gave no answer at all. See that it is running.</source>
        <translation>O handler não deu nenhuma resposta. Confira se ele está em execução.</translation>
    </message>
    <message>
        <source>Nothing tells how requests to {path} are signed. Choose the scheme at its endpoint first.</source>
        <translation>Nada indica como as requisições para {path} são assinadas. Escolha antes o esquema no endpoint.</translation>
    </message>
    <message>
        <source>There is no secret of {path} to sign with by {scheme}. Add one at its endpoint first.</source>
        <translation>Não há segredo de {path} para assinar com {scheme}. Adicione antes um no endpoint.</translation>
    </message>
    <message>
        <source>These captures hold more than {limit} bytes, which is the most of one run. Choose fewer.</source>
        <translation>Estas capturas têm mais de {limit} bytes, o máximo de uma execução. Escolha menos.</translation>
    </message>
    <message>
        <source>No capture is chosen that could be sent.</source>
        <translation>Nenhuma captura que possa ser enviada foi escolhida.</translation>
    </message>
    <message>
        <source>Send it at least once, and at least one at a time.</source>
        <translation>Envie pelo menos uma vez, e pelo menos uma de cada vez.</translation>
    </message>
    <message>
        <source>Rate and speed must be above 0 and at most {limit}.</source>
        <translation>A taxa e a velocidade devem ser maiores que 0 e no máximo {limit}.</translation>
    </message>
    <message>
        <source>That would be {total} requests. At most {limit} are sent in one run; choose fewer.</source>
        <translation>Seriam {total} requisições. No máximo {limit} são enviadas em uma execução; escolha menos.</translation>
    </message>
    <message>
        <source>Of the body that answered attempt {id}, only the first {shown} of {total} bytes are compared.</source>
        <translation>Do corpo da resposta à tentativa {id}, só os primeiros {shown} de {total} bytes são comparados.</translation>
    </message>
    <message>
        <source>Of the body that answered attempt {id}, only the first {lines} lines are compared.</source>
        <translation>Do corpo da resposta à tentativa {id}, só as primeiras {lines} linhas são comparadas.</translation>
    </message>
    <message>
        <source>This is no cURL command: it does not begin with curl.</source>
        <translation>Isto não é um comando cURL: não começa com curl.</translation>
    </message>
    <message>
        <source>The command ends within quotation marks. Copy all of it, up to the last quotation mark.</source>
        <translation>O comando termina dentro de aspas. Copie-o inteiro, até a última aspa.</translation>
    </message>
    <message>
        <source>The command holds {found}, which only a shell can carry out. Put in what it stands for.</source>
        <translation>O comando contém {found}, que só um shell pode executar. Ponha no lugar o que isso representa.</translation>
    </message>
    <message>
        <source>The option {option} takes its value from a file, and nothing that is pasted may read files. Put in what the file holds.</source>
        <translation>A opção {option} lê seu valor de um arquivo, e nada que é colado pode ler arquivos. Ponha no lugar o conteúdo do arquivo.</translation>
    </message>
    <message>
        <source>The option {option} is not known here. Take it out, if the request is the same without it.</source>
        <translation>A opção {option} não é conhecida aqui. Retire-a, se a requisição for a mesma sem ela.</translation>
    </message>
    <message>
        <source>The option {option} needs a value after it.</source>
        <translation>A opção {option} precisa de um valor depois dela.</translation>
    </message>
    <message>
        <source>The command holds no address.</source>
        <translation>O comando não contém nenhum endereço.</translation>
    </message>
    <message>
        <source>The command holds {count} addresses. Paste a command with one; quote an address that holds a blank.</source>
        <translation>O comando contém {count} endereços. Cole um comando com um só; ponha entre aspas um endereço que contenha espaço.</translation>
    </message>
    <message>
        <source>“{text}” is no header. Write Name: value.</source>
        <translation>“{text}” não é um cabeçalho. Escreva Nome: valor.</translation>
    </message>
    <message>
        <source>“{text}” is no field of a form. Write name=value.</source>
        <translation>“{text}” não é um campo de formulário. Escreva nome=valor.</translation>
    </message>
    <message>
        <source>There is no variable {name}. Add it to the environment, or write what it stands for.</source>
        <translation>A variável {name} não existe. Adicione-a ao ambiente ou escreva o que ela representa.</translation>
    </message>
    <message>
        <source>There is no request in this text. Paste a curl command, or METHOD, URL, headers, an empty line and the body.</source>
        <translation>Não há requisição neste texto. Cole um comando curl ou MÉTODO, URL, cabeçalhos, uma linha vazia e o corpo.</translation>
    </message>
    <message>
        <source>The request names no host. Write its whole address: http://localhost:3000/path.</source>
        <translation>A requisição não indica um host. Escreva o endereço completo: http://localhost:3000/path.</translation>
    </message>
    <message>
        <source>The forward rule “{rule}” leads back here: what it sent on came in again, and is not sent on once more. Change its target.</source>
        <translation>A regra de encaminhamento “{rule}” leva de volta para cá: o que ela encaminhou chegou de novo e não é encaminhado outra vez. Mude o destino dela.</translation>
    </message>
    <message>
        <source>The forward rule “{rule}” does not send on what {most} other inspectors have sent on already. Look for a circle among them.</source>
        <translation>A regra de encaminhamento “{rule}” não encaminha o que outros {most} inspetores já encaminharam. Procure um ciclo entre eles.</translation>
    </message>
    <message>
        <source>The forward rule “{rule}” answers with its target&apos;s answer, but its filter asks for {asked}, which is not known yet when a request comes. Until you take that out of the filter, senders get the usual reply and the captures are queued.</source>
        <translation>A regra de encaminhamento “{rule}” responde com a resposta do destino, mas o filtro dela pede {asked}, o que ainda não se sabe quando uma requisição chega. Até você retirar isso do filtro, os remetentes recebem a resposta padrão e as capturas ficam na fila.</translation>
    </message>
    <message>
        <source>Nothing is known to sign requests to {path} with. Add a secret to its endpoint, or let the rule keep the signature.</source>
        <translation>Não se sabe com que assinar as requisições para {path}. Adicione um segredo ao endpoint ou deixe a regra manter a assinatura.</translation>
    </message>
    <message>
        <source>There are no sample events of “{provider}”. Perhaps {near} is meant.</source>
        <translation>Não há eventos de exemplo de “{provider}”. Talvez seja {near}.</translation>
    </message>
    <message>
        <source>There are no sample events of “{provider}”. There are some of {known}.</source>
        <translation>Não há eventos de exemplo de “{provider}”. Há de {known}.</translation>
    </message>
    <message>
        <source>There is no sample event “{event}” of {provider}. Choose another one, such as {near}.</source>
        <translation>Não há o evento de exemplo “{event}” de {provider}. Escolha outro, como {near}.</translation>
    </message>
    <message>
        <source>There is no scheme {scheme}, so no secret can be made for it. Choose another scheme.</source>
        <translation>O esquema {scheme} não existe, por isso não é possível criar um segredo para ele. Escolha outro esquema.</translation>
    </message>
    <message>
        <source>{provider} signs nothing, so this sample event is sent as the provider sends it: without a signature.</source>
        <translation>{provider} não assina nada; por isso este evento de exemplo é enviado como o provedor o envia: sem assinatura.</translation>
    </message>
    <message>
        <source>Only {provider} has the private key that its events are signed with. This sample event is signed with a key of your own: give your program the public key that belongs to it.</source>
        <translation>Só {provider} tem a chave privada com que seus eventos são assinados. Este evento de exemplo é assinado com uma chave sua: dê ao seu programa a chave pública correspondente.</translation>
    </message>
    <message>
        <source>“{host}” cannot be the name of a host. Check the address of the target.</source>
        <translation>“{host}” não pode ser o nome de um host. Verifique o endereço do destino.</translation>
    </message>
    <message>
        <source>There is no port {port}. Choose one from 1 to 65535.</source>
        <translation>A porta {port} não existe. Escolha uma de 1 a 65535.</translation>
    </message>
    <message>
        <source>There is no host named {host}. Check the spelling of the target.</source>
        <translation>Não existe um host chamado {host}. Verifique a grafia do destino.</translation>
    </message>
    <message>
        <source>The name {host} cannot be looked up ({reason}). Check the network of this machine.</source>
        <translation>Não é possível resolver o nome {host} ({reason}). Verifique a rede desta máquina.</translation>
    </message>
    <message>
        <source>Not sent: {host} leads to {address}, an address of this machine or of a private network. Let the rule allow private addresses if that is meant.</source>
        <translation>Não enviada: {host} leva a {address}, um endereço desta máquina ou de uma rede privada. Permita endereços privados na regra, se for essa a intenção.</translation>
    </message>
    <message>
        <source>Not sent: {host} leads to {address}, where clouds keep the credentials of their machines. Name the address itself if that is meant.</source>
        <translation>Não enviada: {host} leva a {address}, onde nuvens guardam as credenciais das suas máquinas. Indique o próprio endereço, se for essa a intenção.</translation>
    </message>
    <message>
        <source>{origin} refused the connection: nothing listens there. Check the host and the port of the target.</source>
        <translation>{origin} recusou a conexão: nada escuta lá. Verifique o host e a porta do destino.</translation>
    </message>
    <message>
        <source>Is your app running on port {port}? Nothing listens at {origin}.</source>
        <translation>Seu app está em execução na porta {port}? Nada escuta em {origin}.</translation>
    </message>
    <message>
        <source>{origin} cannot be reached ({reason}). Check the target and the network of this machine.</source>
        <translation>Não é possível alcançar {origin} ({reason}). Verifique o destino e a rede desta máquina.</translation>
    </message>
    <message>
        <source>The variable {name} names a proxy that cannot be used. It must look like http://host:3128.</source>
        <translation>A variável {name} indica um proxy que não pode ser usado. Ela deve ser como http://host:3128.</translation>
    </message>
    <message>
        <source>The proxy {proxy} cannot be reached ({reason}). Check the variable {name}, or send without a proxy.</source>
        <translation>Não é possível alcançar o proxy {proxy} ({reason}). Verifique a variável {name} ou envie sem proxy.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not let the request through to {origin}: status {status}. Check the variable {name}, or send without a proxy.</source>
        <translation>O proxy {proxy} não deixa a requisição passar para {origin}: status {status}. Verifique a variável {name} ou envie sem proxy.</translation>
    </message>
    <message>
        <source>The file {path} holds no certificates that can be read ({reason}). It must be in PEM form.</source>
        <translation>O arquivo {path} não contém certificados que possam ser lidos ({reason}). Ele deve estar no formato PEM.</translation>
    </message>
    <message>
        <source>{origin} shows a certificate that it has signed itself. Name it as a CA file, or send without verifying TLS.</source>
        <translation>{origin} apresenta um certificado autoassinado. Indique-o como arquivo de CA ou envie sem verificar TLS.</translation>
    </message>
    <message>
        <source>The certificate of {origin} has expired. Renew it there, and check the clock of this machine.</source>
        <translation>O certificado de {origin} expirou. Renove-o lá e verifique o relógio desta máquina.</translation>
    </message>
    <message>
        <source>The certificate of {origin} is not valid yet. Check the clock of this machine.</source>
        <translation>O certificado de {origin} ainda não é válido. Verifique o relógio desta máquina.</translation>
    </message>
    <message>
        <source>The certificate of {origin} is for another name. Send to the name that it is for, or without verifying TLS.</source>
        <translation>O certificado de {origin} é para outro nome. Envie para o nome dele ou sem verificar TLS.</translation>
    </message>
    <message>
        <source>The certificate of {origin} comes from an authority that this machine does not know. Name its CA file, or send without verifying TLS.</source>
        <translation>O certificado de {origin} vem de uma autoridade certificadora que esta máquina não conhece. Indique o arquivo de CA dela ou envie sem verificar TLS.</translation>
    </message>
    <message>
        <source>{origin} does not speak TLS on this port. Use http:// instead of https://.</source>
        <translation>{origin} não fala TLS nesta porta. Use http:// em vez de https://.</translation>
    </message>
    <message>
        <source>{origin} speaks no version of TLS that this machine accepts. Update the server or its settings.</source>
        <translation>{origin} não fala nenhuma versão de TLS que esta máquina aceite. Atualize o servidor ou suas configurações.</translation>
    </message>
    <message>
        <source>{origin} hung up while TLS was being set up. Check that https is meant on this port.</source>
        <translation>{origin} desconectou durante a negociação do TLS. Confira se é mesmo https nesta porta.</translation>
    </message>
    <message>
        <source>TLS with {origin} failed ({reason}). Check its certificate, and whether it asks for yours.</source>
        <translation>O TLS com {origin} falhou ({reason}). Verifique o certificado de lá e se é pedido um seu.</translation>
    </message>
    <message>
        <source>Looking up the name {host} took longer than {seconds} s. Check the network of this machine.</source>
        <translation>Resolver o nome {host} levou mais de {seconds} s. Verifique a rede desta máquina.</translation>
    </message>
    <message>
        <source>{origin} did not take the connection within {seconds} s. Check the target, and firewalls on the way.</source>
        <translation>{origin} não aceitou a conexão em {seconds} s. Verifique o destino e os firewalls no caminho.</translation>
    </message>
    <message>
        <source>TLS with {origin} was not set up within {seconds} s. Check that https is meant on this port.</source>
        <translation>O TLS com {origin} não foi estabelecido em {seconds} s. Confira se é mesmo https nesta porta.</translation>
    </message>
    <message>
        <source>{origin} had not taken the whole request after {seconds} s. It may be stuck: look at its log.</source>
        <translation>{origin} não tinha recebido a requisição inteira após {seconds} s. Pode estar travado: veja o log de lá.</translation>
    </message>
    <message>
        <source>{origin} took the request but did not answer within {seconds} s. Answer first and work afterwards, or allow more time.</source>
        <translation>{origin} recebeu a requisição, mas não respondeu em {seconds} s. Responda primeiro e trabalhe depois, ou permita mais tempo.</translation>
    </message>
    <message>
        <source>The answer of {origin} had begun but did not end within {seconds} s. What came until then is kept.</source>
        <translation>A resposta de {origin} tinha começado, mas não terminou em {seconds} s. O que chegou até então foi guardado.</translation>
    </message>
    <message>
        <source>{origin} took the request and hung up without an answer. It may have crashed: look at its log.</source>
        <translation>{origin} recebeu a requisição e desconectou sem responder. Pode ter caído: veja o log de lá.</translation>
    </message>
    <message>
        <source>{origin} broke off the connection without an answer ({reason}). Look at its log.</source>
        <translation>{origin} interrompeu a conexão sem responder ({reason}). Veja o log de lá.</translation>
    </message>
    <message>
        <source>{origin} hung up in the middle of its response head, after {received} bytes. Look at its log.</source>
        <translation>{origin} desconectou no meio dos cabeçalhos da resposta, após {received} bytes. Veja o log de lá.</translation>
    </message>
    <message>
        <source>{origin} hung up after {received} of {announced} bytes of its answer. What came is kept.</source>
        <translation>{origin} desconectou após {received} de {announced} bytes da resposta. O que chegou foi guardado.</translation>
    </message>
    <message>
        <source>{origin} hung up inside a chunked answer, after {received} bytes. What came is kept.</source>
        <translation>{origin} desconectou no meio de uma resposta em blocos (chunked), após {received} bytes. O que chegou foi guardado.</translation>
    </message>
    <message>
        <source>{origin} broke off the connection after {received} bytes of its answer. What came is kept.</source>
        <translation>{origin} interrompeu a conexão após {received} bytes da resposta. O que chegou foi guardado.</translation>
    </message>
    <message>
        <source>{origin} speaks TLS on this port. Use https:// instead of http://.</source>
        <translation>{origin} fala TLS nesta porta. Use https:// em vez de http://.</translation>
    </message>
    <message>
        <source>{origin} does not answer in HTTP/1.1. Its answer begins with “{start}”: check the port of the target.</source>
        <translation>{origin} não responde em HTTP/1.1. A resposta começa com “{start}”: verifique a porta do destino.</translation>
    </message>
    <message>
        <source>{origin} answers with a malformed header in line {line} of its response head. Mend it there.</source>
        <translation>{origin} responde com um cabeçalho malformado na linha {line} dos cabeçalhos da resposta. Corrija lá.</translation>
    </message>
    <message>
        <source>{origin} answers with a Content-Length that is no length: {value}. Mend it there.</source>
        <translation>{origin} responde com um Content-Length que não é um tamanho: {value}. Corrija lá.</translation>
    </message>
    <message>
        <source>{origin} sent a malformed chunk after {received} bytes of its answer. What came is kept.</source>
        <translation>{origin} enviou um bloco (chunk) malformado após {received} bytes da resposta. O que chegou foi guardado.</translation>
    </message>
    <message>
        <source>The response head of {origin} is longer than {limit} bytes, and is not read on.</source>
        <translation>Os cabeçalhos da resposta de {origin} têm mais de {limit} bytes, e a leitura para aí.</translation>
    </message>
    <message>
        <source>The answer of {origin} is longer than {limit} bytes, and is not read on. Its beginning is kept.</source>
        <translation>A resposta de {origin} tem mais de {limit} bytes, e a leitura para aí. O começo foi guardado.</translation>
    </message>
    <message>
        <source>It was sent, but not kept: another program has this history. Send from there, or close it, to keep what is sent.</source>
        <translation>Foi enviado, mas não guardado: outro programa está usando este histórico. Envie por ele ou feche-o para guardar o que for enviado.</translation>
    </message>
    <message>
        <source>The response with status {status} does not say where to go: it has no Location that can be used.</source>
        <translation>A resposta com status {status} não diz para onde ir: não tem um Location que possa ser usado.</translation>
    </message>
    <message>
        <source>The redirect leads to {location}, which is not followed: only http and https are.</source>
        <translation>O redirecionamento leva a {location}, o que não é seguido: só http e https são.</translation>
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
    <message numerus="yes">
        <source>%Ln removed by the rules of retention</source>
        <translation>
            <numerusform>%Ln removida pelas regras de retenção</numerusform>
            <numerusform>%Ln removidas pelas regras de retenção</numerusform>
        </translation>
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
    <name>Repeat</name>
    <message>
        <source>Chart of latencies</source>
        <translation>Gráfico de latências</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Nada foi enviado ainda</translation>
    </message>
    <message>
        <source>How long each answer takes is drawn here.</source>
        <translation>O tempo de cada resposta é desenhado aqui.</translation>
    </message>
    <message>
        <source>refused connections</source>
        <translation>conexão recusada</translation>
    </message>
    <message>
        <source>unknown name</source>
        <translation>nome desconhecido</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>sem resposta a tempo</translation>
    </message>
    <message>
        <source>no connection in time</source>
        <translation>sem conexão a tempo</translation>
    </message>
    <message>
        <source>closed without an answer</source>
        <translation>fechada sem resposta</translation>
    </message>
    <message>
        <source>connection reset</source>
        <translation>conexão redefinida</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{fine} of {count} answered with 2xx</source>
        <translation>{fine} de {count} respondidas com 2xx</translation>
    </message>
    <message>
        <source>✗ {count} others</source>
        <translation>✗ {count} outras</translation>
    </message>
    <message>
        <source>half within {p50} · 95 % within {p95} · slowest {most}</source>
        <translation>metade em até {p50} · 95 % em até {p95} · a mais lenta {most}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sem resposta</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>&amp;Sign each again, now, with the secret of its endpoint</source>
        <translation>&amp;Assinar cada uma de novo, agora, com o segredo do endpoint</translation>
    </message>
    <message>
        <source>each t&amp;wice in a row</source>
        <translation>cada uma &amp;duas vezes seguidas</translation>
    </message>
    <message>
        <source>s&amp;huffled</source>
        <translation>em ordem a&amp;leatória</translation>
    </message>
    <message>
        <source>the selected ones, in the order in which they came: {count}</source>
        <translation>as selecionadas, na ordem em que chegaram: {count}</translation>
    </message>
    <message>
        <source>all captures that a filter finds, the oldest first</source>
        <translation>todas as que um filtro encontra, as mais antigas primeiro</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>empty: all captures</source>
        <translation>vazio: todas as capturas</translation>
    </message>
    <message>
        <source>&amp;Captures</source>
        <translation>&amp;Capturas</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Para</translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>&amp;Ritmo</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Vezes</translation>
    </message>
    <message>
        <source>Ti&amp;mes</source>
        <translation>Ve&amp;zes</translation>
    </message>
    <message>
        <source>one after the other</source>
        <translation>uma após a outra</translation>
    </message>
    <message>
        <source>several at once</source>
        <translation>várias ao mesmo tempo</translation>
    </message>
    <message>
        <source>so many at once</source>
        <translation>ao mesmo tempo</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>todas ao mesmo tempo</translation>
    </message>
    <message>
        <source>with the original pauses</source>
        <translation>com as pausas originais</translation>
    </message>
    <message>
        <source>with shorter pauses</source>
        <translation>com pausas mais curtas</translation>
    </message>
    <message>
        <source>times as fast</source>
        <translation>vezes mais rápido</translation>
    </message>
    <message>
        <source>at a rate</source>
        <translation>a uma taxa fixa</translation>
    </message>
    <message>
        <source>requests a second</source>
        <translation>requisições por segundo</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Remo&amp;ver</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Executar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sav&amp;e scenario</source>
        <translation>&amp;Salvar cenário</translation>
    </message>
    <message>
        <source>none: as set below</source>
        <translation>nenhum: como definido abaixo</translation>
    </message>
    <message>
        <source>choose captures by a filter to save this</source>
        <translation>para salvar, escolha capturas por filtro</translation>
    </message>
    <message>
        <source>a name for this</source>
        <translation>um nome para isto</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Sce&amp;nario</source>
        <translation>Ce&amp;nário</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Cenário</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Nome do cenário</translation>
    </message>
</context>
<context>
    <name>RepeatControl</name>
    <message>
        <source>Done.</source>
        <translation>Concluído.</translation>
    </message>
    <message>
        <source>Done, but not all were answered with 2xx.</source>
        <translation>Concluído, mas nem todas foram respondidas com 2xx.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing more is sent.</source>
        <translation>Cancelado. Nada mais será enviado.</translation>
    </message>
    <message>
        <source>Saved. It is in the list of scenarios from now on.</source>
        <translation>Salvo. A partir de agora está na lista de cenários.</translation>
    </message>
</context>
<context>
    <name>SampleControl</name>
    <message>
        <source>The endpoint {path} has a new secret, “{label}”: sample events of {provider} are valid there.</source>
        <translation>O endpoint {path} tem um novo segredo, “{label}”: eventos de exemplo de {provider} são válidos lá.</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>A payment was received</source>
        <translation>Um pagamento foi recebido</translation>
    </message>
    <message>
        <source>A withdrawal was made</source>
        <translation>Um saque foi feito</translation>
    </message>
    <message>
        <source>A payment was authorised</source>
        <translation>Um pagamento foi autorizado</translation>
    </message>
    <message>
        <source>A payment was charged back</source>
        <translation>Um pagamento sofreu chargeback</translation>
    </message>
    <message>
        <source>A payment was refunded</source>
        <translation>Um pagamento foi reembolsado</translation>
    </message>
    <message>
        <source>A card payment was confirmed</source>
        <translation>Um pagamento com cartão foi confirmado</translation>
    </message>
    <message>
        <source>A charge was created</source>
        <translation>Uma cobrança foi criada</translation>
    </message>
    <message>
        <source>A charge is overdue</source>
        <translation>Uma cobrança está vencida</translation>
    </message>
    <message>
        <source>A subscription began</source>
        <translation>Uma assinatura começou</translation>
    </message>
    <message>
        <source>A Pix was received</source>
        <translation>Um Pix foi recebido</translation>
    </message>
    <message>
        <source>A purchase was approved</source>
        <translation>Uma compra foi aprovada</translation>
    </message>
    <message>
        <source>A purchase was refunded</source>
        <translation>Uma compra foi reembolsada</translation>
    </message>
    <message>
        <source>A subscription was cancelled</source>
        <translation>Uma assinatura foi cancelada</translation>
    </message>
    <message>
        <source>An invoice was created</source>
        <translation>Uma fatura foi criada</translation>
    </message>
    <message>
        <source>An invoice was refunded</source>
        <translation>Uma fatura foi reembolsada</translation>
    </message>
    <message>
        <source>An invoice was paid</source>
        <translation>Uma fatura foi paga</translation>
    </message>
    <message>
        <source>An order came in</source>
        <translation>Chegou um pedido</translation>
    </message>
    <message>
        <source>An order was paid</source>
        <translation>Um pedido foi pago</translation>
    </message>
    <message>
        <source>A payment was created</source>
        <translation>Um pagamento foi criado</translation>
    </message>
    <message>
        <source>A payment changed</source>
        <translation>Um pagamento mudou</translation>
    </message>
    <message>
        <source>A payment succeeded</source>
        <translation>Um pagamento foi concluído</translation>
    </message>
    <message>
        <source>A payment failed</source>
        <translation>Um pagamento falhou</translation>
    </message>
    <message>
        <source>A payment was cancelled</source>
        <translation>Um pagamento foi cancelado</translation>
    </message>
    <message>
        <source>A transaction changed: only its code is sent</source>
        <translation>Uma transação mudou: só o código dela é enviado</translation>
    </message>
    <message>
        <source>A buyer approved an order</source>
        <translation>Um comprador aprovou um pedido</translation>
    </message>
    <message>
        <source>The app was removed from a shop</source>
        <translation>O app foi removido de uma loja</translation>
    </message>
    <message>
        <source>A customer was created</source>
        <translation>Um cliente foi criado</translation>
    </message>
    <message>
        <source>A product changed</source>
        <translation>Um produto mudou</translation>
    </message>
    <message>
        <source>A refund was requested</source>
        <translation>Um reembolso foi solicitado</translation>
    </message>
    <message>
        <source>A checkout was completed</source>
        <translation>Um checkout foi concluído</translation>
    </message>
    <message>
        <source>A subscription ended</source>
        <translation>Uma assinatura terminou</translation>
    </message>
    <message>
        <source>The payment of an invoice failed</source>
        <translation>O pagamento de uma fatura falhou</translation>
    </message>
    <message>
        <source>An order changed</source>
        <translation>Um pedido mudou</translation>
    </message>
    <message>
        <source>A charge was paid by Pix</source>
        <translation>Uma cobrança foi paga por Pix</translation>
    </message>
    <message>
        <source>A charge expired</source>
        <translation>Uma cobrança expirou</translation>
    </message>
    <message>
        <source>A pull request was opened</source>
        <translation>Um pull request foi aberto</translation>
    </message>
    <message>
        <source>Commits were pushed</source>
        <translation>Commits foram enviados</translation>
    </message>
    <message>
        <source>A meeting was cancelled</source>
        <translation>Uma reunião foi cancelada</translation>
    </message>
    <message>
        <source>A meeting was booked</source>
        <translation>Uma reunião foi marcada</translation>
    </message>
    <message>
        <source>An organization was created</source>
        <translation>Uma organização foi criada</translation>
    </message>
    <message>
        <source>A user signed in</source>
        <translation>Um usuário entrou</translation>
    </message>
    <message>
        <source>A user was created</source>
        <translation>Um usuário foi criado</translation>
    </message>
    <message>
        <source>A slash command was used</source>
        <translation>Um comando de barra foi usado</translation>
    </message>
    <message>
        <source>A button was pressed</source>
        <translation>Um botão foi pressionado</translation>
    </message>
    <message>
        <source>Discord asks whether the address answers</source>
        <translation>O Discord pergunta se o endereço responde</translation>
    </message>
    <message>
        <source>An issue was commented on</source>
        <translation>Uma issue recebeu um comentário</translation>
    </message>
    <message>
        <source>An issue was opened</source>
        <translation>Uma issue foi aberta</translation>
    </message>
    <message>
        <source>A webhook was set up</source>
        <translation>Um webhook foi configurado</translation>
    </message>
    <message>
        <source>A release was published</source>
        <translation>Uma versão foi publicada</translation>
    </message>
    <message>
        <source>A workflow run failed</source>
        <translation>Uma execução de workflow falhou</translation>
    </message>
    <message>
        <source>A merge request was opened</source>
        <translation>Um merge request foi aberto</translation>
    </message>
    <message>
        <source>A pipeline failed</source>
        <translation>Um pipeline falhou</translation>
    </message>
    <message>
        <source>A contact was created</source>
        <translation>Um contato foi criado</translation>
    </message>
    <message>
        <source>A contact changed</source>
        <translation>Um contato mudou</translation>
    </message>
    <message>
        <source>A deal was created</source>
        <translation>Um negócio foi criado</translation>
    </message>
    <message>
        <source>A colleague answered a customer</source>
        <translation>Um colega respondeu a um cliente</translation>
    </message>
    <message>
        <source>A customer began a conversation</source>
        <translation>Um cliente iniciou uma conversa</translation>
    </message>
    <message>
        <source>An issue changed</source>
        <translation>Uma issue mudou</translation>
    </message>
    <message>
        <source>A mail was delivered</source>
        <translation>Um e-mail foi entregue</translation>
    </message>
    <message>
        <source>A mail could not be delivered</source>
        <translation>Um e-mail não pôde ser entregue</translation>
    </message>
    <message>
        <source>A mail was opened</source>
        <translation>Um e-mail foi aberto</translation>
    </message>
    <message>
        <source>A page received a message</source>
        <translation>Uma página recebeu uma mensagem</translation>
    </message>
    <message>
        <source>A WhatsApp message came in</source>
        <translation>Chegou uma mensagem do WhatsApp</translation>
    </message>
    <message>
        <source>A page was commented on</source>
        <translation>Uma página recebeu um comentário</translation>
    </message>
    <message>
        <source>A page changed</source>
        <translation>Uma página mudou</translation>
    </message>
    <message>
        <source>A page was created</source>
        <translation>Uma página foi criada</translation>
    </message>
    <message>
        <source>A batch was completed</source>
        <translation>Um lote foi concluído</translation>
    </message>
    <message>
        <source>A response was completed</source>
        <translation>Uma resposta foi concluída</translation>
    </message>
    <message>
        <source>A link in a mail was followed</source>
        <translation>Um link de um e-mail foi aberto</translation>
    </message>
    <message>
        <source>An alert went off</source>
        <translation>Um alerta disparou</translation>
    </message>
    <message>
        <source>A new fault was seen</source>
        <translation>Um novo erro apareceu</translation>
    </message>
    <message>
        <source>A fault was resolved</source>
        <translation>Um erro foi resolvido</translation>
    </message>
    <message>
        <source>Somebody mentioned the app</source>
        <translation>Alguém mencionou o app</translation>
    </message>
    <message>
        <source>A message was posted</source>
        <translation>Uma mensagem foi publicada</translation>
    </message>
    <message>
        <source>Slack asks whether the address answers</source>
        <translation>O Slack pergunta se o endereço responde</translation>
    </message>
    <message>
        <source>A message came in</source>
        <translation>Chegou uma mensagem</translation>
    </message>
    <message>
        <source>A text message was delivered</source>
        <translation>Um SMS foi entregue</translation>
    </message>
    <message>
        <source>A text message came in</source>
        <translation>Chegou um SMS</translation>
    </message>
    <message>
        <source>A call came in</source>
        <translation>Chegou uma chamada</translation>
    </message>
    <message>
        <source>A text message could not be delivered</source>
        <translation>Um SMS não pôde ser entregue</translation>
    </message>
    <message>
        <source>A channel has a new follower</source>
        <translation>Um canal tem um novo seguidor</translation>
    </message>
    <message>
        <source>A stream began</source>
        <translation>Uma transmissão começou</translation>
    </message>
    <message>
        <source>Twitch asks whether the address answers</source>
        <translation>A Twitch pergunta se o endereço responde</translation>
    </message>
    <message>
        <source>A form was filled in</source>
        <translation>Um formulário foi preenchido</translation>
    </message>
    <message>
        <source>A deployment began</source>
        <translation>Uma implantação começou</translation>
    </message>
    <message>
        <source>A deployment failed</source>
        <translation>Uma implantação falhou</translation>
    </message>
    <message>
        <source>A deployment succeeded</source>
        <translation>Uma implantação foi concluída</translation>
    </message>
    <message>
        <source>Zoom asks whether the address answers</source>
        <translation>O Zoom pergunta se o endereço responde</translation>
    </message>
    <message>
        <source>A meeting ended</source>
        <translation>Uma reunião terminou</translation>
    </message>
    <message>
        <source>Somebody joined a meeting</source>
        <translation>Alguém entrou em uma reunião</translation>
    </message>
    <message>
        <source>A meeting began</source>
        <translation>Uma reunião começou</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Enviar</translation>
    </message>
    <message>
        <source>&amp;Open in editor</source>
        <translation>&amp;Abrir no editor</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Send a sample event</source>
        <translation>Enviar um evento de exemplo</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>O que é enviado</translation>
    </message>
    <message>
        <source>paste it here</source>
        <translation>cole aqui</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>En&amp;dereço</translation>
    </message>
    <message>
        <source>S&amp;ecret</source>
        <translation>&amp;Segredo</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Segredo</translation>
    </message>
    <message>
        <source>Search providers and events</source>
        <translation>Buscar provedores e eventos</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Provedores</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>none: the provider signs nothing</source>
        <translation>nenhum: o provedor não assina nada</translation>
    </message>
    <message>
        <source>of {endpoint}: “{label}”</source>
        <translation>de {endpoint}: “{label}”</translation>
    </message>
    <message>
        <source>a new one, kept for {endpoint}</source>
        <translation>um novo, guardado para {endpoint}</translation>
    </message>
    <message>
        <source>one that you paste, used once</source>
        <translation>um que você cola, usado uma vez</translation>
    </message>
    <message>
        <source>none: it goes out without a signature</source>
        <translation>nenhum: sai sem assinatura</translation>
    </message>
    <message>
        <source>The endpoint {path} is made with a new secret.</source>
        <translation>O endpoint {path} é criado com um novo segredo.</translation>
    </message>
    <message>
        <source>The endpoint {path} gets a new secret.</source>
        <translation>O endpoint {path} recebe um novo segredo.</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Only path {value}</source>
        <translation>Só o caminho {value}</translation>
    </message>
    <message>
        <source>Hide path {value}</source>
        <translation>Ocultar o caminho {value}</translation>
    </message>
    <message>
        <source>Only provider {value}</source>
        <translation>Só o provedor {value}</translation>
    </message>
    <message>
        <source>Hide provider {value}</source>
        <translation>Ocultar o provedor {value}</translation>
    </message>
    <message>
        <source>Only event {value}</source>
        <translation>Só o evento {value}</translation>
    </message>
    <message>
        <source>Hide event {value}</source>
        <translation>Ocultar o evento {value}</translation>
    </message>
    <message>
        <source>Only method {value}</source>
        <translation>Só o método {value}</translation>
    </message>
    <message>
        <source>Hide method {value}</source>
        <translation>Ocultar o método {value}</translation>
    </message>
    <message>
        <source>Only sender {value}</source>
        <translation>Só o remetente {value}</translation>
    </message>
    <message>
        <source>Hide sender {value}</source>
        <translation>Ocultar o remetente {value}</translation>
    </message>
    <message>
        <source>Only signature {value}</source>
        <translation>Só a assinatura {value}</translation>
    </message>
    <message>
        <source>Hide signature {value}</source>
        <translation>Ocultar a assinatura {value}</translation>
    </message>
    <message>
        <source>Fi&amp;lter like this</source>
        <translation>Fi&amp;ltrar semelhantes</translation>
    </message>
    <message>
        <source>What can be written here</source>
        <translation>O que pode ser escrito aqui</translation>
    </message>
    <message>
        <source>Words anywhere in address, headers or body, or fields as in sig:invalid. (Ctrl+Shift+F)</source>
        <translation>Palavras em qualquer lugar do endereço, dos cabeçalhos ou do corpo, ou campos, como em sig:invalid. (Ctrl+Shift+F)</translation>
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
</context>
<context>
    <name>Sending</name>
    <message>
        <source>Request as it was sent</source>
        <translation>Requisição como foi enviada</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Resposta</translation>
    </message>
    <message>
        <source>Response from {peer}</source>
        <translation>Resposta de {peer}</translation>
    </message>
    <message>
        <source>{host} is not this machine. It will get the requests. You are asked only once.</source>
        <translation>{host} não é esta máquina e vai receber as requisições. A pergunta é feita só uma vez.</translation>
    </message>
    <message>
        <source>Send to {host}</source>
        <translation>Enviar para {host}</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>Alt+{key} (now of {name})</source>
        <translation>Alt+{key} (agora de {name})</translation>
    </message>
    <message>
        <source>Saved filter</source>
        <translation>Filtro salvo</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtro</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Cor</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Tecla</translation>
    </message>
    <message>
        <source>There is a filter of this name already.</source>
        <translation>Já existe um filtro com este nome.</translation>
    </message>
    <message>
        <source>Endpoints, providers and saved filters</source>
        <translation>Endpoints, provedores e filtros salvos</translation>
    </message>
    <message>
        <source>&amp;Name, filter, colour and key…</source>
        <translation>&amp;Nome, filtro, cor e tecla…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remover</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoints</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>{count} more paths</source>
        <translation>mais caminhos: {count}</translation>
    </message>
    <message>
        <source>The newest: {verdict}</source>
        <translation>A mais recente: {verdict}</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Provedores</translation>
    </message>
    <message>
        <source>{count} more providers</source>
        <translation>mais provedores: {count}</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros salvos</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nenhum ainda</translation>
    </message>
</context>
<context>
    <name>Signature</name>
    <message>
        <source>Only upper and lower case differ, from character {place}.</source>
        <translation>Só diferem maiúsculas e minúsculas, a partir do caractere {place}.</translation>
    </message>
    <message>
        <source>Difference from character {place}.</source>
        <translation>Diferença a partir do caractere {place}.</translation>
    </message>
    <message>
        <source>{expected} characters are expected, {found} came.</source>
        <translation>Esperados: {expected} caracteres; recebidos: {found}.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperada</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recebida</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparação</translation>
    </message>
    <message>
        <source>Copy expected signature</source>
        <translation>Copiar a assinatura esperada</translation>
    </message>
    <message>
        <source>Copy received signature</source>
        <translation>Copiar a assinatura recebida</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Search for the reason</source>
        <translation>Busca do motivo</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>O que foi tentado</translation>
    </message>
    <message>
        <source>Looking for the reason…</source>
        <translation>Procurando o motivo…</translation>
    </message>
    <message>
        <source>Nothing that was tried explains it.</source>
        <translation>Nada do que foi tentado explica isto.</translation>
    </message>
    <message>
        <source>The time was up before everything was tried.</source>
        <translation>O tempo acabou antes que tudo fosse tentado.</translation>
    </message>
    <message>
        <source>What was tried ({count})</source>
        <translation>O que foi tentado ({count})</translation>
    </message>
    <message>
        <source>The key for this is published at {host}.</source>
        <translation>A chave necessária está publicada em {host}.</translation>
    </message>
    <message>
        <source>Fetch the key from {host}…</source>
        <translation>Buscar a chave em {host}…</translation>
    </message>
    <message>
        <source>Not a request, so there is nothing to verify.</source>
        <translation>Não é uma requisição, então não há nada para verificar.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Assinatura</translation>
    </message>
    <message>
        <source>Signed content</source>
        <translation>Conteúdo assinado</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>O que é assinado</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy as hex</source>
        <translation>Copiar em hex</translation>
    </message>
    <message>
        <source>Signed content copied.</source>
        <translation>Conteúdo assinado copiado.</translation>
    </message>
    <message>
        <source>The first {size} of the signed content copied.</source>
        <translation>Copiado o início do conteúdo assinado: {size}.</translation>
    </message>
    <message>
        <source>Copy signed content</source>
        <translation>Copiar o conteúdo assinado</translation>
    </message>
    <message>
        <source>Copy signed content as hex</source>
        <translation>Copiar o conteúdo assinado em hex</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrado</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredito</translation>
    </message>
    <message>
        <source>How it was verified</source>
        <translation>Como foi verificada</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Verificar de novo</translation>
    </message>
    <message>
        <source>Add secret…</source>
        <translation>Adicionar segredo…</translation>
    </message>
    <message>
        <source>Edit endpoint…</source>
        <translation>Editar endpoint…</translation>
    </message>
    <message>
        <source>Signature valid</source>
        <translation>Assinatura válida</translation>
    </message>
    <message>
        <source>Signature does not match</source>
        <translation>A assinatura não confere</translation>
    </message>
    <message>
        <source>Valid, but too old</source>
        <translation>Válida, mas antiga demais</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Sem assinatura</translation>
    </message>
    <message>
        <source>No secret for this endpoint</source>
        <translation>Nenhum segredo para este endpoint</translation>
    </message>
    <message>
        <source>Not known how this is signed</source>
        <translation>Não se sabe como isto é assinado</translation>
    </message>
    <message>
        <source>Use secret “{label}” for {endpoint}</source>
        <translation>Usar o segredo “{label}” em {endpoint}</translation>
    </message>
    <message>
        <source>Correct the secret “{label}”</source>
        <translation>Corrigir o segredo “{label}”</translation>
    </message>
    <message>
        <source>Set {name}</source>
        <translation>Definir {name}</translation>
    </message>
    <message>
        <source>Verify as {scheme}</source>
        <translation>Verificar como {scheme}</translation>
    </message>
    <message>
        <source>With this change the signature is valid</source>
        <translation>Com esta mudança, a assinatura é válida</translation>
    </message>
    <message>
        <source>With this change the signature fits, but is too old</source>
        <translation>Com esta mudança, a assinatura confere, mas é antiga demais</translation>
    </message>
    <message>
        <source>{scheme} (reported, not official)</source>
        <translation>{scheme} (relatado por terceiros, não oficial)</translation>
    </message>
    <message>
        <source>with “{label}”</source>
        <translation>com “{label}”</translation>
    </message>
    <message>
        <source>endpoint {path}</source>
        <translation>endpoint {path}</translation>
    </message>
    <message>
        <source>scheme {name}</source>
        <translation>esquema {name}</translation>
    </message>
    <message>
        <source>A guess; it could also be: {schemes}</source>
        <translation>É um palpite; também pode ser: {schemes}</translation>
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
        <source>Provider of the sample event</source>
        <translation>Provedor do evento de exemplo</translation>
    </message>
    <message>
        <source>Send a sample</source>
        <translation>Enviar um exemplo</translation>
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
        <source>Or let us post a sample event, signed as its provider signs:</source>
        <translation>Ou deixe que enviemos um evento de exemplo, assinado como o provedor assina:</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Show the captures whose deliveries wait or have failed</source>
        <translation>Mostrar as capturas com entregas aguardando ou com falha</translation>
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
        <source>verifying again: {done} of {total}</source>
        <translation>verificando de novo: {done} de {total}</translation>
    </message>
    <message>
        <source>{count} waiting</source>
        <translation>{count} aguardando</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} com falha</translation>
    </message>
    <message>
        <source>forwards: {counts}</source>
        <translation>encaminhamentos: {counts}</translation>
    </message>
    <message>
        <source>history {size}</source>
        <translation>histórico {size}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>No captures</source>
        <translation>Nenhuma captura</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>válidas</translation>
    </message>
    <message>
        <source>invalid or expired</source>
        <translation>inválidas ou expiradas</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>não verificadas</translation>
    </message>
    <message>
        <source>Captures: {count}</source>
        <translation>Capturas: {count}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
</context>
</TS>
