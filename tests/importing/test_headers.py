"""Which column goes where, and mapping files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from daftra_async.catalogue import operations
from daftra_async.errors import ArgumentError
from daftra_async.importing import mapping as mappings
from daftra_async.importing import vocabulary
from daftra_async.importing.fields import form_of
from daftra_async.importing.headers import columns_of, letters, names
from daftra_async.importing.mapping import Mapping
from daftra_async.wire import hints

if TYPE_CHECKING:
    from pathlib import Path


def mapped(resource: str, *headers: str, **said) -> dict[str, str]:
    return {column.header: column.field.path for column in columns_of(form_of(resource), headers, Mapping(**said))}


def refused(resource: str, *headers: str, **said) -> str:
    with pytest.raises(ArgumentError) as caught:
        mapped(resource, *headers, **said)
    return str(caught.value)


def test_headers_in_english_and_arabic() -> None:
    assert mapped("clients", "Client Number", "COMPANY_NAME", "E-mail", "رقم الهاتف", "المدينه", "الرقم الضريبى") == {
        "Client Number": "client_number",
        "COMPANY_NAME": "business_name",
        "E-mail": "email",
        "رقم الهاتف": "phone1",
        "المدينه": "city",
        "الرقم الضريبى": "bn1",
    }


def test_a_word_means_what_the_resource_means_by_it() -> None:
    assert mapped("clients", "Name", "Currency") == {"Name": "business_name", "Currency": "default_currency_code"}
    assert mapped("products", "Name", "Code", "السعر") == {"Name": "name", "Code": "product_code", "السعر": "unit_price"}
    assert mapped("suppliers", "Name", "Code") == {"Name": "business_name", "Code": "supplier_number"}


def test_documents_and_their_lines() -> None:
    assert mapped(
        "invoices", "PO Number", "Client ID", "Date", "Discount", "الصنف", "Qty", "Price", "Line discount", "الضريبة"
    ) == {
        "PO Number": "po_number",
        "Client ID": "client_id",
        "Date": "date",
        "Discount": "discount",
        "الصنف": "invoice_item.item",
        "Qty": "invoice_item.quantity",
        "Price": "invoice_item.unit_price",
        "Line discount": "invoice_item.discount",
        "الضريبة": "invoice_item.tax1",
    }
    assert mapped("invoices", "InvoiceItem.quantity", "invoice_item.item") == {
        "InvoiceItem.quantity": "invoice_item.quantity",
        "invoice_item.item": "invoice_item.item",
    }


def test_unknown_headers_are_refused_with_a_suggestion() -> None:
    told = refused("clients", "Client numbr", "Favourite colour", "")
    assert "'Client numbr' (did you mean client_number" in told
    assert "'Favourite colour'" in told
    assert "column C has no header" in told
    assert "ignore=" in told


def test_headers_are_left_out_only_when_that_is_said() -> None:
    assert mapped("clients", "Email", "Favourite colour", ignore=("favourite Colour",)) == {"Email": "email"}


def test_a_mapping_says_what_headers_mean() -> None:
    assert mapped("clients", "Kunde", "Name", columns={"Kunde": "business_name", "Name": "first_name"}) == {
        "Kunde": "business_name",
        "Name": "first_name",
    }
    assert "did you mean 'business_name'?" in refused("clients", "Kunde", columns={"Kunde": "busines_name"})
    assert "no column for" in refused("clients", "Email", columns={"Kunde": "business_name"})


def test_two_columns_for_one_field_are_refused() -> None:
    assert "'Phone' and 'الهاتف' both mean phone1" in refused("clients", "Phone", "الهاتف")


def test_letters_of_columns() -> None:
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_what_cannot_be_imported() -> None:
    with pytest.raises(ArgumentError, match=r"did you mean clients"):
        form_of("client")
    with pytest.raises(ArgumentError, match=r"arguments beside the record"):
        form_of("workflow_records")


def test_every_resource_that_can_be_imported_has_fields() -> None:
    plain = [op for op in operations() if op.verb == "create" and not any(param.required for param in op.positional)]
    forms = [form_of(op.resource) for op in plain if op.request is not None and not op.request.array]
    assert {"clients", "products", "suppliers", "invoices", "invoice_payments", "client_payments"} <= {
        form.resource for form in forms
    }
    for form in forms:
        assert form.fields
        assert names(form)


def test_the_vocabulary_names_fields_that_exist() -> None:
    words = vocabulary.load()
    forms = {
        op.resource: form_of(op.resource) for op in operations() if op.verb == "create" and op.resource in words["resources"]
    }
    assert forms.keys() == words["resources"].keys()
    for resource, said in words["resources"].items():
        fields = {field.path for field in forms[resource].fields}
        assert said.get("fields", {}).keys() <= fields, resource
        assert said.get("key", next(iter(fields))) in fields
    everywhere = {field.name for form in forms.values() for field in form.fields if not field.line}
    of_lines = {field.name for form in forms.values() for field in form.fields if field.line}
    assert words["fields"].keys() <= everywhere
    assert words["lines"].keys() <= of_lines
    for name, members in words["enumerations"].items():
        assert members.keys() <= hints.model(name).__members__.keys()


def test_a_mapping_file_comes_back(tmp_path: Path) -> None:
    said = Mapping(
        resource="clients",
        key="email",
        columns={"رقم": "client_number", 'a "b" \\ c': "notes", "two\nlines": "city"},
        ignore=("Internal",),
        date_format="d/m/Y",
        decimal_comma=True,
        encoding="cp1256",
        delimiter="\t",
        sheet="ورقة",
    )
    mappings.write(tmp_path / "mapping.toml", said)
    assert mappings.read(tmp_path / "mapping.toml") == said
    mappings.write(tmp_path / "mapping.toml", Mapping())
    assert mappings.read(tmp_path / "mapping.toml") == Mapping()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colums = 1", "did you mean 'columns'"),
        ("columns = 1", "columns is int"),
        ("[columns]\na = 1", "text only"),
        ("a b", "no TOML"),
    ],
)
def test_a_mapping_file_that_says_nonsense(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "mapping.toml").write_text(text, "utf-8")
    with pytest.raises(ArgumentError, match=told):
        mappings.read(tmp_path / "mapping.toml")
    with pytest.raises(ArgumentError, match=r"[Nn]o such file"):
        mappings.read(tmp_path / "none.toml")
