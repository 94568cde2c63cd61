#!/bin/sh
# wrapper.sh FOLDER COMMAND…: runs a command with its output in FOLDER/log and owns its exit status, whether or not who started it still lives.
# Writes FOLDER/started (pid, boot id, stat line, the system's count of out-of-memory kills) first and FOLDER/exit (code, that count, seconds) last, each whole or not at all.
folder=$1
shift
boot='' stat='' before=0 after=0
[ -r /proc/sys/kernel/random/boot_id ] && read -r boot < /proc/sys/kernel/random/boot_id
[ -r "/proc/$$/stat" ] && read -r stat < "/proc/$$/stat"
kills() {
  [ -r /proc/vmstat ] || { echo 0; return; }
  while read -r key value; do [ "$key" = oom_kill ] && { echo "$value"; return; }; done < /proc/vmstat
  echo 0
}
before=$(kills)
printf '%s\n%s\n%s\n%s\nend\n' "$$" "$boot" "$stat" "$before" > "$folder/started"
: > "$folder/heartbeat"
# A handler, not an ignored signal: what is ignored would be ignored by the command too.
trap : TERM INT HUP
(
  trap exit TERM
  while :; do sleep 5 & wait $!; [ -d "$folder" ] || exit; : > "$folder/heartbeat"; done
) > /dev/null 2>&1 &
"$@" >> "$folder/log" 2>&1 < /dev/null &
child=$!
wait "$child"
code=$?
while kill -0 "$child" 2> /dev/null; do wait "$child"; code=$?; done
after=$(kills)
printf '%s\n%s\n%s\nend\n' "$code" "$before" "$after" > "$folder/exit.part" 2> /dev/null && mv "$folder/exit.part" "$folder/exit"
# What the command left behind in the group ends with it, the heart too.
kill -TERM 0
