#!/bin/sh
# wrapper.sh FOLDER KILLS COMMAND…: runs a command with its output in FOLDER/log and owns its exit status, whether or not who started it still lives.
# KILLS is the system's count of out-of-memory kills so far. Writes FOLDER/started (pid, boot id, stat line, that count) first and FOLDER/exit (code, that count, the count now) last;
# each is whole where it ends with “end”. Whatever can be had without another process is: a thousand small commands should cost little more than themselves.
folder=$1 before=$2
shift 2
boot='' stat='' after=$before
[ -r /proc/sys/kernel/random/boot_id ] && read -r boot < /proc/sys/kernel/random/boot_id
[ -r "/proc/$$/stat" ] && read -r stat < "/proc/$$/stat"
printf '%s\n%s\n%s\n%s\nend\n' "$$" "$boot" "$stat" "$before" > "$folder/started"
: > "$folder/heartbeat"
# A handler, not an ignored signal: what is ignored would be ignored by the command too.
trap : TERM INT HUP
(
  trap exit TERM
  while :; do command -p sleep 5 & wait $!; [ -d "$folder" ] || exit; : > "$folder/heartbeat"; done
) > /dev/null 2>&1 &
"$@" >> "$folder/log" 2>&1 < /dev/null &
child=$!
wait "$child"
code=$?
while kill -0 "$child" 2> /dev/null; do wait "$child"; code=$?; done
if [ "$code" = 137 ] && [ -r /proc/vmstat ]; then
  while read -r key value; do [ "$key" = oom_kill ] && { after=$value; break; }; done < /proc/vmstat
fi
{ printf '%s\n%s\n%s\nend\n' "$code" "$before" "$after" > "$folder/exit"; } 2> /dev/null
# What the command left behind in the group ends with it, the heart too.
kill -TERM 0
