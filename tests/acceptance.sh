#!/usr/bin/env bash
# The story of one council, from the wheel to a published change, played in an empty folder.
#
#   tests/acceptance.sh WHEEL [PYTHON]
#
# Nothing of this repository is used but the wheel. What the wheel depends on is taken from where PYTHON has it, so that
# nothing is fetched. Each step says what it shows; the first that fails ends the story with what the program said.
set -euo pipefail
wheel="$(realpath "$1")"
python="${2:-python3}"
unset PYTHONPATH PYTHONHOME
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=Officer GIT_AUTHOR_EMAIL=officer@example.org
export GIT_COMMITTER_NAME=Officer GIT_COMMITTER_EMAIL=officer@example.org
export SOURCE_DATE_EPOCH=1795348800 # 22 November 2026

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
said="$work/said"

step() { printf -- '- %s\n' "$1"; }
failed() { printf 'FAILED: %s\nIt said:\n' "$1" >&2; cat "$said" >&2; exit 1; }
run() { "$@" > "$said" 2>&1 </dev/null || failed "$* (exit $?)"; }
refused() { if "$@" > "$said" 2>&1 </dev/null; then failed "$* was not refused"; fi; }
says() { grep -qF -- "$1" "${2:-$said}" || failed "'$1' is not said${2:+ in $2}"; }
silent() { if grep -qF -- "$1" "${2:-$said}"; then failed "'$1' is said${2:+ in $2}"; fi; }
published() { # DAY MESSAGE
  run git add --all
  GIT_AUTHOR_DATE="$1T12:00:00Z" GIT_COMMITTER_DATE="$1T12:00:00Z" run git commit --quiet -m "$2"
}

step 'The wheel is installed in an empty environment'
run "$python" -m venv --without-pip "$work/env"
inside="$("$work/env/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
"$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > "$inside/dependencies.pth"
run "$python" -m pip --python "$work/env/bin/python" --disable-pip-version-check install --quiet --no-deps --no-index "$wheel"
export PATH="$work/env/bin:$PATH"
cd "$work"
run "$work/env/bin/python" -c 'import site_builder; print(site_builder.__file__)'
says "$inside/site_builder/"

step 'A site is begun in one command, which asks nothing'
run charters new site council --name 'Testborough Council' --area 'Mill Lane' --nation england --site-url https://charters.testborough.example.gov.uk/
cd council
run git init --quiet --initial-branch=main
charter=charters/mill-lane/charter.yml

step 'Its check finds nothing but marked blanks, and nothing unfinished is published'
refused charters check --format json
"$work/env/bin/python" - "$said" <<'END' || failed 'there is more to say than of blanks'
import json, sys
rules = {problem["rule"] for problem in json.load(open(sys.argv[1]))["problems"]}
sys.exit(rules != {"blanks-are-filled-in"})
END
refused charters build
says 'The site was not built'
[ ! -e site ] || failed 'a site was built'

step 'The blanks are filled in, and the check is content'
sed -i \
  -e 's/^    lead: ____/    lead: Director of Neighbourhoods/' \
  -e 's/^    phone: ____/    phone: 01632 960001/' \
  -e 's/^    visit: ____/    visit: Town Hall, Market Place/' \
  -e 's/^      - ____/      - any time/' \
  -e 's/^        replied: ____/        replied: within 5 working days/' \
  -e 's/^  status: ____/  status: partially compliant/' \
  -e 's/^    - ____/    - One form has no labels. It gets them by the end of May./' \
  -e "s/^  \(prepared\|reviewed\|tested\): ____/  \1: 2026-11-20/" \
  -e 's/^  tested_by: ____/  tested_by: our web team/' \
  -e 's/^  tested_how: ____/  tested_how: Every kind of page, with a keyboard and by machine/' charters/council.yml
sed -i \
  -e 's/^summary: ____/summary: What the council promises in Mill Lane, and what neighbours do./' \
  -e 's/^  kind: ____/  kind: street/' \
  -e '/^  streets:/,/____/ s/____/Mill Lane/' \
  -e 's/^# agreed: .*/agreed: 2026-03-10/' -e 's/^# starts: .*/starts: 2026-04-01/' \
  -e 's/^review_due: ____/review_due: 2028-03/' \
  -e '/^parties:/,/____/ s/____/council/' \
  -e '/^priorities:/,/^[a-z]/ { s/id: ____/id: parade/; s/what: ____/what: Stop fly-tipping behind the shops/; s/why: ____/why: 30 of 42 homes chose it./ }' \
  -e '/^standards:/,/^pledges:/ { s/id: ____/id: dumped-rubbish/; s/topic: ____/topic: fly-tipping/; s/We will ____/We will remove what is dumped in the street/; s/for: ____/for: Dumped rubbish/; s/done: ____/removed: within 3 working days/ }' \
  -e '/^pledges:/,/^[a-z]/ { s/id: ____/id: bins/; s/We will ____/We will bring our bins in on collection day/ }' \
  -e '/^roles:/,/^governance:/ { s/id: ____/id: street-champion/; s/name: ____/name: Street champion/; s/- ____/- Walk the street once a month/; s/time: ____/time: An hour a month/ }' \
  -e 's/^  body: ____/  body: Mill Lane street meeting/' -e 's/^  resident_seats: ____/  resident_seats: more than half/' \
  -e 's/^  meets: ____/  meets: every 3 months/' -e 's/^  accountable: ____/  accountable: Director of Neighbourhoods/' $charter
run charters check
silent error:
published 2026-04-01 'The charter of Mill Lane'

step 'The site is built with nothing else'
run charters build
says 'removed' site/areas/mill-lane/index.html
says '3&nbsp;working days' site/areas/mill-lane/index.html

step 'A slip is told with its line and what to write instead, and the last good site stays'
run git switch --quiet --create slower
sed -i 's/removed: within 3 working days/removed: wihtin 10 workin days/' $charter
line="$(grep -n 'wihtin' $charter | cut -d: -f1)"
refused charters check
says "$charter:$line:18: error: 'wihtin 10 workin days' is not a time. Did you mean 'within 10 working days'?"
refused charters build
says '3&nbsp;working days' site/areas/mill-lane/index.html

step 'The slip is mended; the promise is weaker now, and without a reason that is refused'
sed -i 's/wihtin 10 workin days/within 10 working days/' $charter
refused charters check --against main
says "$charter:$line:"
says 'weaker'

step 'With a reason, and who agreed, the change may be made'
cat >> $charter <<'END'

changes:
  - date: 2026-11-20
    about: [dumped-rubbish]
    reason: One lorry serves two wards since October.
    agreed_by: Mill Lane street meeting, 12 November 2026
END
run charters check --against main
run charters fmt --check
run charters diff main
says 'now removed within 10 working days'
published 2026-11-20 'Slower, and why'
run git switch --quiet main
run git merge --quiet --no-edit slower

step 'The published site says what has changed, and why'
run charters build
for page in site/changes/index.html site/areas/mill-lane/changes/index.html; do
  says '10&nbsp;working days' $page
  says 'One lorry serves two wards since October.' $page
done
says '10&nbsp;working days' site/areas/mill-lane/index.html

echo 'The story ends well.'
