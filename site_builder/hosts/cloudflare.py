"""Cloudflare Pages, which reads the same files.

https://developers.cloudflare.com/pages/configuration/headers/
"""

from site_builder.hosts.netlify import settings

__all__ = ["settings"]
