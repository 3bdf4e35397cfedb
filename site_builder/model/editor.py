"""Where the form for editing in the browser sends its proposals."""

from site_builder.model.group import Group, doc, need
from site_builder.model.words import Id, WebAddress, Words

_WRITE_AT_ONCE = ("azure", "bitbucket", "codeberg", "forgejo", "gitea", "git-gateway", "test-repo")


class EditorHost(Words):
    """A git host on which the form makes proposals. On any other it would write straight to the branch."""

    __slots__ = ()
    pattern = "github|gitlab"
    what = "a git host on which the form can make proposals"
    example = "github"

    @classmethod
    def cure(cls, words: str) -> str:
        """Where nobody could read a change before it is published there is no form."""
        if words.lower() in _WRITE_AT_ONCE:
            return (
                f"On {words.lower()} the form would write straight to the branch, and nobody could read a change before it is published. "
                "It works on github and gitlab only. Take the group 'editor' out, and propose changes on the pages of your git host."
            )
        return cls.told(words, words.lower())


class Repository(Words):
    """A repository's name on its host, with its owner."""

    __slots__ = ()
    pattern = r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)+"
    what = "a repository's name with its owner"
    example = "riverdale/charters"

    @classmethod
    def cure(cls, words: str) -> str:
        """Most often the whole address is given."""
        return cls.told(words, words.partition("://")[2].partition("/")[2].removesuffix(".git"))


class Branch(Words):
    """A branch's name."""

    __slots__ = ()
    pattern = r"[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}"
    what = "a branch's name"
    example = "main"


class AppId(Words):
    """What GitLab calls an application that people may sign in with."""

    __slots__ = ()
    pattern = "[A-Za-z0-9-]{8,128}"
    what = "an application's id"
    example = "2f0c9d41b7e84c55"


class Editor(Group):
    """Editing by form in the browser, at /admin/: every change becomes a proposal."""

    host: EditorHost = need(
        "The kind of git host. Only these two have proposals that the form can make.", "github"
    )
    repository: Repository = need("The repository, with its owner.", "riverdale/charters")
    branch: Branch | None = doc("The branch that is published. Left out: main.", "main")
    folder: Id | None = doc(
        "The folder of the repository that holds council.yml. Left out: charters.", "charters"
    )
    address: WebAddress | None = doc(
        "Where a git host of your own stands, without a path. Left out: github.com or gitlab.com.",
        "https://git.example.org",
    )
    app_id: AppId | None = doc(
        "GitLab only: the id of the application that people sign in with. Left out: they sign in with a token.",
        "2f0c9d41b7e84c55",
    )
