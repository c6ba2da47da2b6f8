#!/usr/bin/env bash
# Migrering för alla tre databaserna på en gång.
#   migrering.sh NAMN      lägger en ny migrering
#   migrering.sh --om      gör om Grund på plats: bara så länge ingen version är släppt
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
namn=${1:?Ange migreringens namn, eller --om}
dotnet tool restore >/dev/null
if [ "$namn" = --om ]; then
  namn=Grund
  rm -rf Providers/*/Migrations
fi
dotnet build -v q -p:RunAnalyzers=false -nologo
for databas in Sqlite Postgres SqlServer; do
  dotnet ef migrations add "$namn" --no-build --context "${databas}CaseFlowDb" --output-dir "Providers/$databas/Migrations"
done
