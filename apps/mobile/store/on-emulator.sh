#!/usr/bin/env bash
# On an Android emulator that runs: installs the package, waits for the lock screen, and looks at the files that it leaves.
set -euo pipefail

package=com.wellpulse.field
mkdir -p shots
adb install -r apps/mobile/android/app/build/outputs/apk/release/app-release.apk
adb shell monkey -p "$package" -c android.intent.category.LAUNCHER 1

# The first box of the first sign-in.
box='Address of the office'
for _ in $(seq 60); do
  adb exec-out uiautomator dump /dev/tty 2>/dev/null | grep -q "$box" && shown=1 && break
  sleep 2
done
adb exec-out screencap -p > shots/lock.png
[ "${shown:-}" = 1 ] || { echo 'The lock screen did not show'; adb logcat -d | tail -200; exit 1; }

adb root
sleep 3
file=/data/data/$package/files/SQLite/wellpulse.db
adb pull "$file" shots/wellpulse.db
if head -c 16 shots/wellpulse.db | grep -q 'SQLite format 3'; then
  echo 'The database is not encrypted'
  exit 1
fi

# It is ended, and opens what it wrote before.
adb shell am force-stop "$package"
adb shell monkey -p "$package" -c android.intent.category.LAUNCHER 1
sleep 15
adb exec-out uiautomator dump /dev/tty 2>/dev/null | grep -q "$box" || { echo 'A second start failed'; exit 1; }
adb exec-out screencap -p > shots/lock-again.png
