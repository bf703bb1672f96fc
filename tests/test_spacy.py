"""The spaCy component: spans, labels and attributes, in any way that spaCy runs a pipeline."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from normen.fehler import ZitatFehler

spacy = pytest.importorskip("spacy", reason="needs spaCy: pip install 'normen[spacy]'")
tokens = pytest.importorskip("spacy.tokens", reason="needs spaCy: pip install 'normen[spacy]'")
pytest.importorskip("normen.spacy_komponente")

OHNE = "Ohne die Einheit, in der es steht, ist nicht zu erkennen, was gemeint ist"
DOCS = Path(__file__).parents[1] / "docs" / "verweise.md"

pytestmark = pytest.mark.usefixtures("gebaut")


def _pipeline(**config: str) -> Any:
    nlp = spacy.blank("de")
    nlp.add_pipe("normen", config=config)
    return nlp


def _gefunden(doc: Any) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span.kb_id_) for span in doc.spans["normen"]]


#: Texts, the Einheit they stand in, and the spans: text, label, kb_id.
TEXTE = [
    (
        "Nach § 11 Abs. 2 JVollzGB III (vgl. §§ 17, 18 JGG) wird widerrufen.",
        "",
        [
            ("§ 11 Abs. 2 JVollzGB III", "VERWEIS", "§ 11 Abs. 2 JVollzGB III"),
            ("§§ 17, 18 JGG", "VERWEIS", "§ 17 JGG; § 18 JGG"),
        ],
    ),
    ("Absatz 3 gilt entsprechend.", "", [("Absatz 3", "OFFEN", "")]),
    ("Absatz 3 gilt entsprechend.", "§ 7 Abs. 2 JVollzGB I", [("Absatz 3", "VERWEIS", "§ 7 Abs. 3 JVollzGB I")]),
    ("§§ 17 bis 19 JGG", "", [("§§ 17 bis 19 JGG", "VERWEIS", "§ 17 JGG bis § 19 JGG")]),
    ("🙂 Ä\n\n§ 5\nStGB", "", [("§ 5\nStGB", "VERWEIS", "§ 5 StGB")]),
    ("Kein Zitat.", "", []),
    ("", "", []),
]


@pytest.mark.parametrize(("text", "context", "spannen"), TEXTE)
def test_spannen(text: str, context: str, spannen: list[tuple[str, str, str]]) -> None:
    doc = _pipeline(**({"context": context} if context else {}))(text)
    assert _gefunden(doc) == spannen


def test_attribute() -> None:
    text = "Nummern 1 bis 3, mit Ausnahme von 2.1 dieser Verwaltungsvorschrift zu § 51 JVollzGB III; Absatz 1"
    doc = _pipeline()(text)
    vv, absatz = doc.spans["normen"]
    assert vv._.zitate == [{"from": "VV Nr. 1 zu § 51 JVollzGB III", "to": "VV Nr. 3 zu § 51 JVollzGB III"}]
    assert vv._.ausnahmen == ["VV Nr. 2.1 zu § 51 JVollzGB III"]
    assert (vv._.grund, vv._.wortlaut) == (None, text.partition(";")[0])
    assert (absatz._.zitate, absatz._.ausnahmen, absatz._.grund, absatz._.wortlaut) == ([], [], OHNE, "Absatz 1")


def test_spanne_geht_ueber_ganze_token() -> None:
    """spaCy does not divide "a.§5"; the exact slice is kept beside it."""
    doc = _pipeline()("siehe(§5 StGB)x")
    (span,) = doc.spans["normen"]
    assert span._.wortlaut == "§5 StGB"
    assert span._.wortlaut in span.text
    assert span._.zitate == ["§ 5 StGB"]


def test_zwei_zitate_in_denselben_token_teilen_eine_spanne() -> None:
    nlp = _pipeline(context="§ 7 JVollzGB I")
    doc = tokens.Doc(nlp.vocab, words=["Absatz 1;Absatz 2"], spaces=[False])
    (span,) = nlp(doc).spans["normen"]
    assert span._.zitate == ["§ 7 Abs. 1 JVollzGB I", "§ 7 Abs. 2 JVollzGB I"]
    assert (span.kb_id_, span._.wortlaut) == ("§ 7 Abs. 1 JVollzGB I; § 7 Abs. 2 JVollzGB I", "Absatz 1;Absatz 2")


def test_jeder_text_kann_seinen_eigenen_zusammenhang_haben() -> None:
    nlp = _pipeline(context="§ 7 JVollzGB I")
    doc = nlp.make_doc("Absatz 1")
    doc._.normen_context = "§ 11 JVollzGB III"
    assert _gefunden(nlp(doc)) == [("Absatz 1", "VERWEIS", "§ 11 Abs. 1 JVollzGB III")]
    assert _gefunden(nlp("Absatz 1")) == [("Absatz 1", "VERWEIS", "§ 7 Abs. 1 JVollzGB I")]


def test_ein_zusammenhang_der_nicht_besteht() -> None:
    """Said when the component is made, and of a single text when it is read."""
    nlp = _pipeline()
    doc = nlp.make_doc("Absatz 1")
    doc._.normen_context = "§ 11 Abs. 9 JVollzGB III"
    meldung = (
        "§ 11 Abs. 9 JVollzGB III gibt es nicht. § 11 JVollzGB III gibt es.\n"
        "Meinten Sie „§ 11 Abs. 2 JVollzGB III“, „§ 11 Abs. 1 JVollzGB III“ oder „§ 11 Abs. 1a JVollzGB III“?"
    )
    with pytest.raises(ZitatFehler) as beim_anlegen:
        _pipeline(context="§ 11 Abs. 9 JVollzGB III")
    with pytest.raises(ZitatFehler) as am_text:
        nlp(doc)
    assert (str(beim_anlegen.value), str(am_text.value)) == (meldung, meldung)


def test_unbekannte_option() -> None:
    with pytest.raises(Exception, match="zusammenhang"):
        _pipeline(zusammenhang="§ 7 JVollzGB I")


def test_eigene_werke(tmp_path: Path) -> None:
    datei = tmp_path / "werke.toml"
    datei.write_text('[[werk]]\nkurz = "XyzG"\ntitel = "Xyz-Gesetz"\nkennung = "x/xyz"\nart = "Gesetz"\n', encoding="utf-8")
    assert _gefunden(_pipeline(werke=str(datei))("§ 5 XyzG")) == [("§ 5 XyzG", "VERWEIS", "§ 5 XyzG")]


def test_gespeicherte_pipeline(tmp_path: Path) -> None:
    _pipeline(context="§ 7 JVollzGB I").to_disk(tmp_path / "modell")
    doc = spacy.load(tmp_path / "modell")("Absatz 1")
    assert _gefunden(doc) == [("Absatz 1", "VERWEIS", "§ 7 Abs. 1 JVollzGB I")]


def test_gespeicherte_dokumente_behalten_ihre_zitate() -> None:
    nlp = _pipeline()
    doc = nlp("Nach § 5 StGB. Vgl. §§ 17 bis 19 JGG.")
    (gelesen,) = tokens.DocBin().from_bytes(tokens.DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab)
    assert _gefunden(gelesen) == _gefunden(doc)
    assert [list(span._.zitate) for span in gelesen.spans["normen"]] == [
        ["§ 5 StGB"],
        [{"from": "§ 17 JGG", "to": "§ 19 JGG"}],
    ]


@pytest.mark.parametrize("prozesse", [1, 2])
def test_viele_texte(prozesse: int) -> None:
    docs = list(_pipeline().pipe((f"§ {nr} StGB" for nr in range(1, 41)), n_process=prozesse, batch_size=5))
    assert [_gefunden(doc)[0][2] for doc in docs] == [f"§ {nr} StGB" for nr in range(1, 41)]


def test_mehrere_threads() -> None:
    nlp = _pipeline(context="§ 7 JVollzGB I")
    gefunden: list[str] = []

    def finde() -> None:
        doc = nlp("Absatz 1")
        gefunden.append(_gefunden(doc)[0][2])

    threads = [threading.Thread(target=finde) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert gefunden == ["§ 7 Abs. 1 JVollzGB I"] * 3


def test_die_komponente_laesst_sich_verschicken() -> None:
    komponente = _pipeline(context="§ 7 JVollzGB I").get_pipe("normen")
    doc = pickle.loads(pickle.dumps(komponente))(spacy.blank("de").make_doc("Absatz 1"))
    assert _gefunden(doc) == [("Absatz 1", "VERWEIS", "§ 7 Abs. 1 JVollzGB I")]


def test_neben_anderen_komponenten() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("normen", name="zitate", last=True)
    doc = nlp("Nach § 5 StGB. Nach § 6 StGB.")
    assert [span.sent.text for span in doc.spans["normen"]] == ["Nach § 5 StGB.", "Nach § 6 StGB."]
    assert nlp.get_pipe_meta("zitate").assigns == ["doc.spans"]


def test_sonst_laedt_nichts_spacy() -> None:
    code = "import sys, normen, normen.cli, normen.cli.verweise; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_meldung_ohne_spacy() -> None:
    code = "import sys; sys.modules['spacy'] = None; sys.modules['spacy.language'] = None; import normen.spacy_komponente"
    lauf = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert lauf.stderr.splitlines()[-1] == "ModuleNotFoundError: spaCy is not installed: pip install 'normen[spacy]'"


def test_das_beispiel_der_dokumentation() -> None:
    """The code runs, and prints what the comment behind each print shows."""
    (code,) = re.findall(r"^```python\n(.*?)^```$", DOCS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    gezeigt = re.findall(r"^ *# > (.*)$", code, re.MULTILINE)
    angemeldet = f"import normen.spacy_komponente\n{code}"
    lauf = subprocess.run([sys.executable, "-c", angemeldet], capture_output=True, encoding="utf-8", check=False)
    assert (lauf.stdout.splitlines(), lauf.stderr) == (gezeigt, "")
    assert len(gezeigt) > 1
