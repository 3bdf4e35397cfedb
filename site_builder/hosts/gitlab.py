"""GitLab Pages: no headers can be set there. What has moved is passed on.

https://docs.gitlab.com/user/project/pages/redirects/
"""

from site_builder.hosts.netlify import moved as settings

__all__ = ["settings"]
