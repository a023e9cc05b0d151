import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.addresses import HubAddress
from delve_desktop.domain.errors import InvalidContent


@pytest.mark.parametrize(
    "text, url",
    [
        ("hub.example.org", "https://hub.example.org"),
        (" https://Hub.Example.org/ ", "https://hub.example.org"),
        ("https://hub.example.org:443", "https://hub.example.org"),
        ("https://hub.example.org:8443", "https://hub.example.org:8443"),
        ("hub.example.org:8443", "https://hub.example.org:8443"),
        ("http://localhost:8480", "http://localhost:8480"),
        ("http://127.0.0.1", "http://127.0.0.1"),
        ("http://192.168.43.1:8480", "http://192.168.43.1:8480"),
        ("http://laptop-2.local:80", "http://laptop-2.local"),
        ("http://[fe80::1]:8480", "http://[fe80::1]:8480"),
        ("https://[2001:DB8::0:1]", "https://[2001:db8::1]"),
        ("https://minería.example", "https://xn--minera-7va.example"),
        ("https://hub.example.org.", "https://hub.example.org"),
    ],
)
def test_there_is_one_way_to_write_an_address(text, url):
    address = HubAddress.parse(text)
    assert address.url == url
    assert HubAddress.parse(url) == address


@pytest.mark.parametrize(
    "text",
    [
        "http://hub.example.org",
        "http://203.0.113.7",
        "http://8.8.8.8:8480",
        "http://[2001:db8::1]",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://172.32.0.1",
        "http://local",
    ],
)
def test_http_leaves_no_room(text):
    with pytest.raises(InvalidContent, match="https"):
        HubAddress.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "ftp://hub.example.org",
        "file:///etc/passwd",
        "https://",
        "https://hub.example.org/path",
        "https://hub.example.org?query",
        "https://hub.example.org#part",
        "https://user@hub.example.org",
        "https://user:word@hub.example.org",
        "https://hub.example.org:0",
        "https://hub.example.org:65536",
        "https://hub.example.org:port",
        "https://hub example.org",
        "https://hub..example.org",
        "https://-hub.example.org",
        "https://hub.example.org\\@other",
        "https://0x7f.1",
        "https://2130706433",
        "https://[fe80::1%25eth0]",
        "https://[::1",
        "https://" + "a" * 64 + ".org",
        "https://" + ".".join(["abcdefg"] * 40),
    ],
)
def test_what_is_no_address_of_a_hub_is_refused(text):
    with pytest.raises(InvalidContent):
        HubAddress.parse(text)


@given(st.text(max_size=60) | st.from_regex(r"https?://[a-z0-9.:\[\]%@-]{0,30}", fullmatch=True))
def test_any_text_is_an_address_or_invalid(text):
    try:
        address = HubAddress.parse(text)
    except InvalidContent:
        return
    assert HubAddress.parse(address.url) == address
    assert address.secure or address.is_local
