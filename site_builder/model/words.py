"""Words in a field: plain text, ids, addresses, telephone numbers."""

import re
from functools import cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

LONGEST_TEXT = 2000
_HTML = re.compile(r"</?[A-Za-z!][^>]*>?")


@cache
def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


class Words(str):
    """A text of a known form. Subclasses name the form, what it looks like and an example."""

    __slots__ = ()
    pattern = r"[\s\S]+"
    what = "a text"
    example = ""

    @classmethod
    def read(cls, value: object) -> Self:
        """The text as this form.

        Raises:
            ValueError: it has another form; the message says what to write.

        """
        if not isinstance(value, str):
            found = "a list" if isinstance(value, list) else "a group of fields"
            message = f"{cls.what[0].upper()}{cls.what[1:]} is needed here, not {found}."
            if cls.example:
                message += f" Write it like '{cls.example}'."
            raise ValueError(message)  # noqa: TRY004 - pydantic collects ValueErrors
        if not value.strip():
            message = "Nothing is written here. Fill it in, or take the line out."
            raise ValueError(message)
        if cls.pattern is Words.pattern:
            return cls(value.strip())
        words = " ".join(value.split())
        if not _form(cls.pattern).fullmatch(words):
            raise ValueError(cls.cure(words))
        return cls(words)

    @classmethod
    def cure(cls, words: str) -> str:
        """What to write in place of words of another form."""
        return f"'{words}' is not {cls.what}. Write it like '{cls.example}'."

    @classmethod
    def told(cls, words: str, better: str) -> str:
        """That words have another form, and a better one, if it is any; else an example."""
        if re.fullmatch(cls.pattern, better, re.ASCII):
            return f"'{words}' is not {cls.what}. Did you mean '{better}'?"
        return f"'{words}' is not {cls.what}. Write it like '{cls.example}'."

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # An editor reads 95 and 2029 as numbers before we read them as text.
        return {"type": ["string", "number"]}


class Text(Words):
    """Plain words. No HTML: it would be shown as it stands, so it can only be a slip."""

    __slots__ = ()

    @classmethod
    def read(cls, value: object) -> Self:
        """The words, with white space around them gone."""
        words = super().read(value)
        if len(words) > LONGEST_TEXT:
            message = f"This text has {len(words):,} characters; the limit is {LONGEST_TEXT:,}. Put it in about.md."
            raise ValueError(message)
        if found := _HTML.search(words):
            message = f"'{found[0][:40]}' looks like HTML. Write plain words; the page is laid out for you."
            raise ValueError(message)
        return words


class Id(Words):
    """The name of a thing in links and files: lower-case letters, figures and hyphens."""

    __slots__ = ()
    pattern = r"(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*"
    what = "an id"
    example = "street-lights"

    @classmethod
    def cure(cls, words: str) -> str:
        """The words as an id, where that is possible."""
        better = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60] or cls.example
        return f"'{words}' is not an id: an id has lower-case letters, figures and hyphens. Did you mean '{better}'?"


class ServiceCode(Words):
    """What other programs call a kind of report, in the form that Open311 has for it."""

    __slots__ = ()
    pattern = r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,59}"
    what = "a service code"
    example = "GRAF"


class WardCode(Words):
    """The code that the statistics offices give a ward, whose name others may have too."""

    __slots__ = ()
    pattern = r"[ENSW][0-9]{8}"
    what = "a ward's code"
    example = "E05099001"

    @classmethod
    def cure(cls, words: str) -> str:
        """A code is typed with small letters or gaps."""
        return cls.told(words, re.sub(r"[\s-]", "", words).upper())


class WebAddress(Words):
    """An address on the web, with its https://."""

    __slots__ = ()
    pattern = r"https?://[^\s<>\"'\\]{3,500}"
    what = "a web address"
    example = "https://www.example.org/report"

    @classmethod
    def cure(cls, words: str) -> str:
        """The address with its beginning put right, where that is all that is wrong."""
        rest = re.sub(r"^[a-z]{0,6}:/{0,3}(?=\w)|^/+", "", words, flags=re.IGNORECASE)
        return cls.told(words, f"https://{rest}" if "." in rest and "@" not in rest else "")


class Email(Words):
    """An e-mail address."""

    __slots__ = ()
    pattern = r"[^\s@<>\"',;:?&]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    what = "an e-mail address"
    example = "ask@example.org"

    @classmethod
    def cure(cls, words: str) -> str:
        """The address without what stands around or inside it."""
        bare = re.sub(r"^mailto:|[\s<>]", "", words, flags=re.IGNORECASE)
        return cls.told(words, re.sub(r"[(\[]at[)\]]", "@", bare, flags=re.IGNORECASE))


class Phone(Words):
    """A telephone number, spaced as people say it."""

    __slots__ = ()
    pattern = r"\+?[0-9][0-9 ()-]{1,24}"
    what = "a telephone number"
    example = "01632 960001"

    @classmethod
    def cure(cls, words: str) -> str:
        """The number without the words around it."""
        found = re.search(r"\+?[0-9][0-9 -]{5,22}[0-9]", words)
        return cls.told(words, found[0] if found else "")
