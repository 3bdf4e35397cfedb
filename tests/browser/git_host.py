"""As much of GitHub's interface as the form asks for, over a real repository: what it stores is there in git."""

import base64
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

NAME = "pellbrook/charters"
TOKEN = "a-good-token"  # noqa: S105 - opens nothing but this
NOW = "2026-11-22T12:00:00Z"
PERSON = {"id": 1, "login": "officer", "name": "An officer", "email": "officer@example.org"}
COMMITTER = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "An officer"), ("EMAIL", "officer@example.org"), ("DATE", NOW))
}
Json = dict[str, Any]
_ALIASED = r'(\w+_\d+):\s*%s"((?:[^"\\]|\\.)*)"'


class RefusedError(Exception):
    """What the host answers where it does not do what it is asked."""


@dataclass
class GitHost:
    """A repository, and the proposals to change it."""

    repository: Path
    proposals: list[Json] = field(default_factory=list)

    def git(self, *arguments: str, given: bytes | None = None, index: Path | None = None) -> bytes:
        environment = {**os.environ, **COMMITTER}
        if index:
            environment["GIT_INDEX_FILE"] = str(index)
        done = subprocess.run(
            ["git", "-C", self.repository, *arguments],  # noqa: S607 - git's own
            input=given,
            capture_output=True,
            check=False,
            env=environment,
        )
        if done.returncode:
            raise RefusedError(done.stderr.decode())
        return done.stdout

    def said(self, *arguments: str) -> str:
        return self.git(*arguments).decode().strip()

    def has(self, ref: str) -> bool:
        return bool(self.said("for-each-ref", ref))

    def answer(self, method: str, url: str, token: str, body: Json) -> tuple[int, Json | None]:
        """Give the status and the answer to a request."""
        path = unquote(urlsplit(url).path)
        if token.split()[-1:] != [TOKEN]:
            return 401, {"message": "Bad credentials"}
        if path == "/graphql":
            try:
                return 200, {"data": self._asked(body["query"], body["variables"])}
            except RefusedError as refused:
                return 200, {"errors": [{"message": str(refused)}]}
        return self._plain(method, path.removeprefix(f"/repos/{NAME}"), body)

    def _plain(self, method: str, path: str, body: Json) -> tuple[int, Json | None]:
        if path == "/user":
            return 200, {**PERSON, "avatar_url": "", "html_url": "https://github.com/officer"}
        if path.startswith("/collaborators/"):
            return 204, None
        if found := re.fullmatch(r"/git/trees/(.+)", path):
            return 200, {"tree": list(self._tree(found[1]))}
        if found := re.fullmatch(r"/git/refs/heads/(.+)", path):
            self.git("update-ref", f"refs/heads/{found[1]}", body["sha"])
            return 200, {}
        if path == "/pulls" and method == "POST":
            return 201, self._proposed(body)
        if found := re.fullmatch(r"/pulls/(\d+)/files", path):
            changed = self._changed(self.proposals[int(found[1]) - 1])
            return 200, [
                {"filename": one["path"], "status": one["changeType"].lower()} for one in changed
            ]  # type: ignore[return-value]
        if found := re.fullmatch(r"/(?:pulls|issues)/(\d+)(?:/labels)?", path):
            proposal = self.proposals[int(found[1]) - 1]
            proposal |= body if method != "GET" else {}
            return 200, {**proposal, "labels": [{"name": one} for one in proposal["labels"]]}
        return 404, {"message": "Not Found"}

    def _tree(self, at: str) -> Iterator[Json]:
        for line in self.said("ls-tree", "-r", "-l", at).splitlines():
            about, _, path = line.partition("\t")
            mode, kind, sha, size = about.split()
            yield {"mode": mode, "type": kind, "sha": sha, "size": int(size), "path": path}

    def _proposed(self, body: Json) -> Json:
        number = len(self.proposals) + 1
        kept = {key: body[key] for key in ("title", "body", "head", "draft")}
        proposal = {**kept, "number": number, "node_id": f"P{number}", "state": "open", "labels": [],
                    "html_url": f"https://github.com/{NAME}/pull/{number}"}  # fmt: skip
        self.proposals.append(proposal)
        return proposal | {"head": {"sha": self.said("rev-parse", body["head"])}}

    def _changed(self, proposal: Json) -> list[Json]:
        kinds = {"A": "ADDED", "M": "MODIFIED", "D": "DELETED"}
        lines = self.said("diff", "--name-status", f"main...{proposal['head']}").splitlines()
        return [{"path": line.split("\t")[1], "changeType": kinds[line[0]]} for line in lines]

    def _node(self, proposal: Json) -> Json:
        return {
            "id": proposal["node_id"], "number": proposal["number"], "title": proposal["title"], "url": proposal["html_url"],
            "isDraft": proposal["draft"], "isCrossRepository": False, "createdAt": NOW, "updatedAt": NOW,
            "headRefName": proposal["head"], "headRefOid": self.said("rev-parse", proposal["head"]),
            "author": {**PERSON, "avatarUrl": "", "databaseId": 1},
            "labels": {"nodes": [{"name": one} for one in proposal["labels"]]}, "files": {"nodes": self._changed(proposal)},
        }  # fmt: skip

    def _asked(self, query: str, given: Json) -> Json:
        wanted = given.get("input", {})
        if "createCommitOnBranch(" in query:
            sha = self._commit(wanted)
            files = re.findall(_ALIASED % r"file\(path: ", query)
            seen = {
                alias: {"oid": self.said("rev-parse", f"{sha}:{path}")} for alias, path in files
            }
            return {"createCommitOnBranch": {"commit": {"oid": sha, "committedDate": NOW, **seen}}}
        if "createRef(" in query:
            if self.has(wanted["name"]):
                message = "A ref of this name already exists in the repository."
                raise RefusedError(message)
            self.git("update-ref", wanted["name"], wanted["oid"])
            return {"createRef": {"ref": {"name": wanted["name"]}}}
        for verb, draft in (
            ("markPullRequestReadyForReview", False),
            ("convertPullRequestToDraft", True),
        ):
            if verb in query:
                self.proposals[int(wanted["pullRequestId"][1:]) - 1]["draft"] = draft
                return {verb: {"pullRequest": {"isDraft": draft}}}
        if "fork: repository" in query:
            main = {"ref": {"target": {"oid": self.said("rev-parse", "main")}}}
            return {"fork": {"id": "R1"}, "base": main}
        if "headRefName: $branch" in query:
            open_ = [one for one in self.proposals if one["head"] == given["branch"]]
            return {"repository": {"pullRequests": {"totalCount": len(open_)}}}
        if "pullRequests(" in query:
            return {
                "repository": {
                    "pullRequests": {"nodes": [self._node(one) for one in self.proposals]}
                }
            }
        if "defaultBranchRef" in query:
            return {"repository": {"defaultBranchRef": {"name": "main"}}}
        return {"repository": self._contents(query, given)}

    def _contents(self, query: str, given: Json) -> Json:
        found: Json = {}
        for alias, sha in re.findall(r'(\w+_\d+):\s+object\(oid: "(\w+)"\)', query):
            found[alias] = {
                "text": self.git("cat-file", "blob", sha).decode(),
                "isTruncated": False,
            }
        for alias, at in re.findall(_ALIASED % r"object\(expression: ", query):
            text = self.git("cat-file", "blob", at).decode()
            found[alias] = {"oid": self.said("rev-parse", at), "byteSize": len(text.encode()), "isBinary": False,
                            "isTruncated": False, "text": text}  # fmt: skip
        for alias, path in re.findall(r'(\w+_\d+):\s+ref\(.*?path: "((?:[^"\\]|\\.)*)"', query):
            sha, day = self.said(
                "log", "-1", "--format=%H %cI", given["branch"], "--", path
            ).split()
            author = {**PERSON, "avatarUrl": "", "user": None}
            found[alias] = {
                "target": {
                    "history": {"nodes": [{"oid": sha, "author": author, "committedDate": day}]}
                }
            }
        if not found and "history(first: 1)" in query:
            if not self.has(f"refs/heads/{given['branch']}"):
                return {"ref": None}
            sha, _, message = self.said("log", "-1", "--format=%H %s", given["branch"]).partition(
                " "
            )
            found["ref"] = {"target": {"history": {"nodes": [{"oid": sha, "message": message}]}}}
        return found

    def _commit(self, wanted: Json) -> str:
        branch = f"refs/heads/{wanted['branch']['branchName']}"
        head = self.said("rev-parse", branch)
        if wanted["expectedHeadOid"] != head:
            message = (
                f"Expected the branch to point to {wanted['expectedHeadOid']}, but it is {head}"
            )
            raise RefusedError(message)
        index = self.repository / "index-of-the-host"
        self.git("read-tree", head, index=index)
        for one in wanted["fileChanges"].get("additions", []):
            sha = self.git("hash-object", "-w", "--stdin", given=base64.b64decode(one["contents"]))
            entry = f"100644,{sha.decode().strip()},{one['path']}"
            self.git("update-index", "--add", "--cacheinfo", entry, index=index)
        for one in wanted["fileChanges"].get("deletions", []):
            self.git("update-index", "--force-remove", one["path"], index=index)
        tree = self.git("write-tree", index=index).decode().strip()
        said = self.said("commit-tree", tree, "-p", head, "-m", wanted["message"]["headline"])
        self.git("update-ref", branch, said, head)
        return said
