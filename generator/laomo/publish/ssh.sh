# What `laomo publish` has the web server's own shell do; it comes by ssh, nothing is installed there but rsync.
#
#   receive  FOLDER NAME       a place for the site, and the number of the current release
#   switch   FOLDER NAME KEPT  what was received becomes the newest release, and the current one: its number
#   discard  FOLDER NAME       what was received is thrown away
#   rollback FOLDER            the release before the current one is the current one again: its number
#
# Links are replaced in one step, after the disk has the files: readers, and a server that loses its power, have the old
# site or the new one. Releases from before a withdrawal are deleted and named behind the new number.
# Ends with 3 when there is nothing to go back to, 4 where releases of something else lie, 5 while another is at work.
set -eu

alone() { # where the server has flock: two that switch at once would take the same number
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
    rm -rf releases/.new-* # of one that was cut short; one that is still under way gives way to the newer
    mkdir "releases/$3"
    [ ! -L current ] || current
    ;;
  switch)
    cd "$2"
    test -f "releases/$3/index.html" || { echo "releases/$3 has gone" >&2; exit 1; }
    alone
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
    alone
    left=$(current)
    earlier=$(releases | awk -v left="$left" '$1 + 0 < left + 0' | tail -n 1)
    [ -n "$earlier" ] || exit 3
    point "$earlier"
    echo "$earlier"
    rm -rf "releases/$left" # else the next release would lie behind it
    ;;
esac
