# syntax=docker/dockerfile:1
# Bygger webben och kommandoraden. Avbilden är inte byggd i provmiljön: docs/drift säger vad som är provat i stället.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS bygg
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /kod
ENV CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# Paketen först, så att de inte hämtas om när bara kod har ändrats.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY .config .config
COPY src/CaseFlow.Engine/*.csproj src/CaseFlow.Engine/packages.lock.json src/CaseFlow.Engine/
COPY src/CaseFlow.Domain/*.csproj src/CaseFlow.Domain/packages.lock.json src/CaseFlow.Domain/
COPY src/CaseFlow.Application/*.csproj src/CaseFlow.Application/packages.lock.json src/CaseFlow.Application/
COPY src/CaseFlow.Data/*.csproj src/CaseFlow.Data/packages.lock.json src/CaseFlow.Data/
COPY src/CaseFlow.Web/*.csproj src/CaseFlow.Web/packages.lock.json src/CaseFlow.Web/
COPY src/CaseFlow.Web/Assets/Assets.targets src/CaseFlow.Web/Assets/
COPY src/CaseFlow.Cli/*.csproj src/CaseFlow.Cli/packages.lock.json src/CaseFlow.Cli/
COPY seed/CaseFlow.Seed/*.csproj seed/CaseFlow.Seed/packages.lock.json seed/CaseFlow.Seed/
RUN dotnet restore src/CaseFlow.Web && dotnet restore src/CaseFlow.Cli

COPY . .
RUN dotnet publish src/CaseFlow.Web --no-restore -c Release -o /ut/web \
 && dotnet publish src/CaseFlow.Cli --no-restore -c Release -o /ut/cli

# Den fulla aspnet-avbilden har ICU (sv-SE) och tidszoner (Europe/Stockholm); de små varianterna saknar dem.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS korning
COPY --from=bygg /ut /app
COPY workflows /app/workflows
RUN install -d -o $APP_UID -g $APP_UID -m 0700 /data
ENV ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    CASEFLOW_DATA=/data
USER $APP_UID
WORKDIR /app/web
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "CaseFlow.Web.dll"]
