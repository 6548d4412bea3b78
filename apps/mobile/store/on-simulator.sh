#!/usr/bin/env bash
# On an iOS simulator: installs the program, lets it start twice, and looks at the files that it leaves.
set -euo pipefail

bundle=com.wellpulse.field
mkdir -p shots
device=$(xcrun simctl list devices available --json |
  python3 -c 'import json,sys; print(next(d["udid"] for ds in json.load(sys.stdin)["devices"].values() for d in ds if d["name"].startswith("iPhone")))')
xcrun simctl boot "$device"
xcrun simctl bootstatus "$device" -b
xcrun simctl install "$device" apps/mobile/ios/build/Build/Products/Release-iphonesimulator/WellPulse.app
for start in 1 2; do
  xcrun simctl launch "$device" "$bundle"
  sleep 20
  xcrun simctl io "$device" screenshot "shots/start-$start.png"
  # A program that crashed is not among those that run.
  xcrun simctl spawn "$device" launchctl list | grep -q "$bundle" || { echo 'It crashed'; exit 1; }
  [ "$start" = 2 ] || xcrun simctl terminate "$device" "$bundle"
done

file=$(find "$(xcrun simctl get_app_container "$device" "$bundle" data)" -name wellpulse.db | head -1)
[ -n "$file" ] || { echo 'There is no database'; exit 1; }
if head -c 16 "$file" | grep -q 'SQLite format 3'; then
  echo 'The database is not encrypted'
  exit 1
fi
