#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tessera developers
# SPDX-License-Identifier: GPL-3.0-or-later
# slurm_array.sh TESSERA-CLI SAMPLES: a bulk job under a real Slurm, which this script starts on this
# machine for itself. Tasks are killed and requeued; the merged result has to be, to the byte, that
# of a single run. Needs root and the packages slurmctld, slurmd, slurm-client and munge.
set -euo pipefail
cli=$1 samples=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
shares=3

for program in munged slurmctld slurmd sbatch; do
    command -v $program >/dev/null || { echo "$program is not installed: not tried"; exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "Slurm's programs have to be started by root: not tried"; exit 77; }

finish() {
    local code=$?
    if [ $code != 0 ]; then
        tail -n 20 "$work"/*.log "$work"/slurm-*.out 2>/dev/null
    fi
    for pid in "$work"/{slurmd,slurmctld,munged}.pid; do
        [ ! -e "$pid" ] || pkill --pidfile "$pid" || true
    done
    for _ in $(seq 50); do
        pgrep -f "$work" >/dev/null || break
        sleep 0.1
    done
    rm -rf "$work" || true
    exit $code
}
trap finish EXIT

some_port() {
    shuf --input-range=20000-60000 --head-count=1
}

start_slurm() {
    chmod 755 "$work"
    mkdir -m 755 "$work"/{state,spool,munge}
    head -c 1024 /dev/urandom >"$work/munge/key"
    chmod 600 "$work/munge/key"
    munged --force --key-file="$work/munge/key" --socket="$work/munge/socket" \
        --pid-file="$work/munged.pid" --log-file="$work/munged.log" --seed-file="$work/munge/seed"
    cat >"$work/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$(hostname -s)(127.0.0.1)
AuthInfo=socket=$work/munge/socket
SlurmUser=root
SlurmctldPort=$(some_port)
SlurmdPort=$(some_port)
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SchedulerParameters=sched_interval=1,batch_sched_delay=0
KillWait=2
MinJobAge=3600
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=$(nproc)
PartitionName=all Nodes=ALL Default=YES MaxTime=10 State=UP
CONF
    export SLURM_CONF=$work/slurm.conf
    slurmctld -c
    slurmd -c
    for _ in $(seq 60); do
        sinfo --noheader --states=idle --format=%n 2>/dev/null | grep -q . && return
        sleep 0.5
    done
    echo "Slurm does not come up on this machine: not tried"
    exit 77
}

make_scans() {
    mkdir -p "$work/in/below"
    cp "$samples"/receipt.png "$work/in/a.png"
    cp "$samples"/receipt.png "$work/in/below/b.png"
    cp "$samples"/invoice.pdf "$samples"/letter.pdf "$samples"/article.pdf "$work/in"
}

has_state() { # STATE-PATTERN: of every task
    ! squeue --noheader --array --states=all --format=%T | grep -qvE "^($1)$"
}

make_scans
options=(--own-text ignore --to pdf,txt)
"$cli" --library "$work/single-library" -q bulk "$work/in" --out "$work/single" "${options[@]}"

start_slurm
export TESSERA_CLI=$cli TESSERA_WORK=$work
cd "$work"
job=$(sbatch --parsable --array=0-$((shares - 1)) "$root/installer/cluster/bulk.sbatch" \
    "$work/in" "$work/parts" "${options[@]}")
# What runs is killed without a word, as by a node that dies.
for attempt in $(seq 600); do
    pkill -KILL -f "tessera-cli --library $work/tessera-" && break
    [ "$attempt" -lt 600 ] || { echo "nothing was there to kill"; exit 1; }
    sleep 0.05
done
for _ in $(seq 200); do
    has_state COMPLETED && break
    # As an operator does; Slurm lets what was requeued wait for two minutes. A task that has gone on
    # meanwhile refuses, which is as good.
    for task in $(squeue --noheader --array --states=failed --format=%A); do
        scontrol requeue "$task" || true
    done
    for task in $(squeue --noheader --array --states=pending --format=%A); do
        scontrol update JobId="$task" StartTime=now || true
    done
    sleep 1
done
has_state COMPLETED || { squeue --array --states=all; exit 1; }
"$cli" bulk merge "$work/parts"
rm "$work"/parts/tessera-report-*-of-$shares.jsonl
diff -r "$work/single" "$work/parts"
echo "job $job: $shares shares make what one run makes"
