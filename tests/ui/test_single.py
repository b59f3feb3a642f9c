from webhook_inspector.ui.single import hand_over, socket_name


def test_without_a_socket_there_is_nobody_to_ask(qapp, folder):
    assert not hand_over(folder.path)


def test_a_long_path_has_another_name(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    tmp_path.chmod(0o700)
    short, long = tmp_path / "a", tmp_path / ("b" * 200)
    assert socket_name(short) == str(short / "window.socket") or len(str(short)) > 80
    assert len(socket_name(long).encode()) < len(str(tmp_path)) + 50
    assert socket_name(long) != socket_name(long / "c")
