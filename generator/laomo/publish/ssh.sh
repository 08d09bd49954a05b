# The part of `laomo publish` that the web server's shell runs. It is sent by ssh; the server needs rsync and nothing else.
#
#   receive  FOLDER NAME       create a folder for the site; prints the number of the current release
#   switch   FOLDER NAME KEPT  make the received site the newest and current release; prints its number
#   discard  FOLDER NAME       delete the received site
#   rollback FOLDER            make the release before the current one current again; prints its number
#
# The link is replaced atomically after the files are flushed to disk, so even after a power cut there is a complete site, the
# old or the new one. `switch` deletes releases from before a withdrawal and prints their numbers after the new one.
# Exit codes: 3 no earlier release, 4 the folder has releases of something else, 5 another publication is running.
set -eu

lock() { # only where the server has flock: two publications at once would take the same number
  ! command -v flock >/dev/null || { exec 9>>.lock && flock -n 9; } || exit 5
}
withdrawals() { head -n 1 "releases/$1/.laomo" 2>/dev/null || :; }
releases() { ls releases | grep -Ex '[0-9]{4,}' | sort -n; }
current() { basename "$(readlink current)"; }
point() {
  ln -sfn "releases/$1" .current.new
  mv -T .current.new current
  sync
}

case $1 in
  receive)
    command -v rsync >/dev/null || { echo 'rsync: not found' >&2; exit 1; }
    mkdir -p "$2/releases"
    cd "$2"
    [ -e .laomo ] || [ -z "$(releases || :)" ] || [ -L current ] || exit 4
    rm -rf releases/.new-* # left by an interrupted publication; a running one fails in favour of this newer one
    mkdir "releases/$3"
    [ ! -L current ] || current
    ;;
  switch)
    cd "$2"
    test -f "releases/$3/index.html" || { echo "releases/$3 has gone" >&2; exit 1; }
    lock
    sync
    number=$(releases | tail -n 1 | awk '{ last = $1 } END { printf "%04d", last + 1 }')
    mv -T "releases/$3" "releases/$number"
    point "$number"
    : > .laomo
    echo "$number"
    withdrawals=$(withdrawals "$number")
    releases | while read -r old; do
      [ "$(withdrawals "$old")" = "$withdrawals" ] || { rm -rf "releases/$old" && echo "$old"; }
    done
    releases | sort -rn | tail -n "+$(($4 + 1))" | while read -r old; do rm -rf "releases/$old" || :; done
    ;;
  discard)
    cd "$2"
    rm -rf "releases/$3"
    ;;
  rollback)
    { cd "$2" && [ -L current ]; } 2>/dev/null || exit 3
    lock
    left=$(current)
    earlier=$(releases | awk -v left="$left" '$1 + 0 < left + 0' | tail -n 1)
    [ -n "$earlier" ] || exit 3
    point "$earlier"
    echo "$earlier"
    rm -rf "releases/$left" # else a rollback after the next release would lead to it
    ;;
esac
