using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CaseFlow.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Grund : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "anvandare",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    namn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    titel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    aktiv = table.Column<bool>(type: "boolean", nullable: false),
                    sprak = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    omraden = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_anvandare", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "api_nyckel",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    namn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    behorigheter = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    skapad = table.Column<long>(type: "bigint", nullable: false),
                    sparrad = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_nyckel", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_handelse",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kedja = table.Column<string>(type: "character varying(60)", unicode: false, maxLength: 60, nullable: false, collation: "C"),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false),
                    aktor_slag = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    aktor_id = table.Column<long>(type: "bigint", nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: true),
                    typ = table.Column<string>(type: "character varying(80)", unicode: false, maxLength: 80, nullable: false),
                    typ_version = table.Column<int>(type: "integer", nullable: false),
                    utfall = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    kod = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    grund = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    data = table.Column<string>(type: "text", unicode: false, maxLength: -1, nullable: false),
                    xid = table.Column<long>(type: "bigint", nullable: false),
                    foregaende_hash = table.Column<byte[]>(type: "bytea", fixedLength: true, maxLength: 32, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_handelse", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_huvud",
                columns: table => new
                {
                    kedja = table.Column<string>(type: "character varying(60)", unicode: false, maxLength: 60, nullable: false, collation: "C"),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_huvud", x => x.kedja);
                });

            migrationBuilder.CreateTable(
                name: "besok",
                columns: table => new
                {
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    senast = table.Column<long>(type: "bigint", nullable: false),
                    foregaende = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_besok", x => x.anvandare_id);
                });

            migrationBuilder.CreateTable(
                name: "enhet",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    namn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    omrade = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enhet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "formularsvar",
                columns: table => new
                {
                    uppgift_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    nod = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    varden = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    av = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_formularsvar", x => x.uppgift_id);
                });

            migrationBuilder.CreateTable(
                name: "idempotenspost",
                columns: table => new
                {
                    aktor_slag = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    aktor_id = table.Column<long>(type: "bigint", nullable: false),
                    nyckel = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    typ = table.Column<string>(type: "character varying(80)", unicode: false, maxLength: 80, nullable: false),
                    innehallshash = table.Column<byte[]>(type: "bytea", fixedLength: true, maxLength: 32, nullable: false),
                    svar = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotenspost", x => new { x.aktor_slag, x.aktor_id, x.nyckel, x.typ });
                });

            migrationBuilder.CreateTable(
                name: "incident",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    instans_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    motor_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    nod = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kod = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    uppstod = table.Column<long>(type: "bigint", nullable: false),
                    lost = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incident", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "indikator_rad",
                columns: table => new
                {
                    handelse_id = table.Column<long>(type: "bigint", nullable: false),
                    indikator = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    tertial = table.Column<string>(type: "character varying(10)", unicode: false, maxLength: 10, nullable: false),
                    ar = table.Column<int>(type: "integer", nullable: false),
                    kon = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    raknas = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_indikator_rad", x => new { x.handelse_id, x.indikator });
                });

            migrationBuilder.CreateTable(
                name: "nummer",
                columns: table => new
                {
                    serie = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    senast = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_nummer", x => x.serie);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uuid", nullable: false),
                    identitet = table.Column<string>(type: "character varying(12)", unicode: false, maxLength: 12, nullable: false),
                    fornamn = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    efternamn = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    sokord = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    telefon = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    sprak = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    tolkbehov = table.Column<bool>(type: "boolean", nullable: false),
                    skydd = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    avliden = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    adress_gata = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    adress_ort = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    adress_postnummer = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "processdefinition",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    nyckel = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    version_nr = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    xml = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    beslutstabeller = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    formular = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    inlagd = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processdefinition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "processhistorik",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    instans_id = table.Column<long>(type: "bigint", nullable: false),
                    vag = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    aktor = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processhistorik", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stallforetradare",
                columns: table => new
                {
                    for_anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    ersattare_id = table.Column<long>(type: "bigint", nullable: false),
                    fran = table.Column<DateOnly>(type: "date", nullable: false),
                    tom = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stallforetradare", x => new { x.for_anvandare_id, x.ersattare_id, x.fran });
                });

            migrationBuilder.CreateTable(
                name: "uppgift",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instans_id = table.Column<long>(type: "bigint", nullable: false),
                    motor_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    nod = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    titel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    formular = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    insats_id = table.Column<long>(type: "bigint", nullable: true),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    grupp = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tilldelad_id = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    skapad = table.Column<long>(type: "bigint", nullable: false),
                    forfaller = table.Column<long>(type: "bigint", nullable: false),
                    forfalloregel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    vantar_orsak = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    vaknar = table.Column<long>(type: "bigint", nullable: true),
                    slutford = table.Column<long>(type: "bigint", nullable: true),
                    slutford_av = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uppgift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "konto",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    phone_number = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<long>(type: "bigint", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_konto", x => x.id);
                    table.ForeignKey(
                        name: "FK_konto_anvandare_anvandare_id",
                        column: x => x.anvandare_id,
                        principalTable: "anvandare",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "avvikelse",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nummer = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    rapportor_id = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false),
                    vad = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    nar_var = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    atgard = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    mottagare_id = table.Column<long>(type: "bigint", nullable: true),
                    mottagen = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_avvikelse", x => x.id);
                    table.ForeignKey(
                        name: "FK_avvikelse_enhet_enhet_id",
                        column: x => x.enhet_id,
                        principalTable: "enhet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "uppdrag",
                columns: table => new
                {
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    roll = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    fran = table.Column<DateOnly>(type: "date", nullable: false),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    delegat = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uppdrag", x => new { x.anvandare_id, x.enhet_id, x.roll, x.fran });
                    table.ForeignKey(
                        name: "FK_uppdrag_anvandare_anvandare_id",
                        column: x => x.anvandare_id,
                        principalTable: "anvandare",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_uppdrag_enhet_enhet_id",
                        column: x => x.enhet_id,
                        principalTable: "enhet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "arende",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    publik_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nummer = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    handlaggare_id = table.Column<long>(type: "bigint", nullable: true),
                    skyddat = table.Column<bool>(type: "boolean", nullable: false),
                    slag = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    steg = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    oppnat = table.Column<long>(type: "bigint", nullable: false),
                    avslutat = table.Column<long>(type: "bigint", nullable: true),
                    avsluts_orsak = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    tilldelat = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_arende", x => x.id);
                    table.ForeignKey(
                        name: "FK_arende_enhet_enhet_id",
                        column: x => x.enhet_id,
                        principalTable: "enhet",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_arende_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "namngiven_atkomst",
                columns: table => new
                {
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    gavs_av = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_namngiven_atkomst", x => new { x.person_id, x.anvandare_id });
                    table.ForeignKey(
                        name: "FK_namngiven_atkomst_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "skydd_visning",
                columns: table => new
                {
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    fran = table.Column<long>(type: "bigint", nullable: false),
                    skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    tom = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_skydd_visning", x => new { x.anvandare_id, x.person_id, x.fran });
                    table.ForeignKey(
                        name: "FK_skydd_visning_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "processinstans",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    definition_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    insats_id = table.Column<long>(type: "bigint", nullable: true),
                    startad_av = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    tillstand = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    startad = table.Column<long>(type: "bigint", nullable: false),
                    slutad = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processinstans", x => x.id);
                    table.ForeignKey(
                        name: "FK_processinstans_processdefinition_definition_id",
                        column: x => x.definition_id,
                        principalTable: "processdefinition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "konto_bevis",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_konto_bevis", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_konto_bevis_konto_user_id",
                        column: x => x.user_id,
                        principalTable: "konto",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "konto_inloggning",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    provider_display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_konto_inloggning", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_konto_inloggning_konto_user_id",
                        column: x => x.user_id,
                        principalTable: "konto",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "konto_nyckel",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 900, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_konto_nyckel", x => x.credential_id);
                    table.ForeignKey(
                        name: "FK_konto_nyckel_konto_user_id",
                        column: x => x.user_id,
                        principalTable: "konto",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "konto_pastaende",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_type = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    claim_value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_konto_pastaende", x => x.id);
                    table.ForeignKey(
                        name: "FK_konto_pastaende_konto_user_id",
                        column: x => x.user_id,
                        principalTable: "konto",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ansokan",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    kanal = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    ankom = table.Column<long>(type: "bigint", nullable: false),
                    ankomstdag = table.Column<DateOnly>(type: "date", nullable: false),
                    ankomstdag_skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    extern_id = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    innehall_hash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    barn_i_hemmet = table.Column<bool>(type: "boolean", nullable: false),
                    atertagen = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    kontakt_gata = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    kontakt_ort = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    kontakt_postnummer = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    kontakt_sprak = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    kontakt_telefon = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    kontakt_tolkbehov = table.Column<bool>(type: "boolean", nullable: true),
                    ombud_galler_tom = table.Column<DateOnly>(type: "date", nullable: true),
                    ombud_namn = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    ombud_omfattning = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    ombud_roll = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    ombud_telefon = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ansokan", x => x.id);
                    table.ForeignKey(
                        name: "FK_ansokan_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ansokan_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "aterlamning",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    vag = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    av = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_aterlamning", x => x.id);
                    table.ForeignKey(
                        name: "FK_aterlamning_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "atkomst",
                columns: table => new
                {
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    fran = table.Column<long>(type: "bigint", nullable: false),
                    skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    tom = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_atkomst", x => new { x.anvandare_id, x.arende_id, x.fran });
                    table.ForeignKey(
                        name: "FK_atkomst_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "beslut",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    ansokt_insats_id = table.Column<long>(type: "bigint", nullable: false),
                    insatstyp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sokt_omfattning = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    sokt_enhet = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    sokt_from = table.Column<DateOnly>(type: "date", nullable: true),
                    sokt_tom = table.Column<DateOnly>(type: "date", nullable: true),
                    omprovar_insats_id = table.Column<long>(type: "bigint", nullable: true),
                    utfall = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    andringsgrund = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    upphor = table.Column<DateOnly>(type: "date", nullable: true),
                    beviljad_omfattning = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    enhet = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    fran = table.Column<DateOnly>(type: "date", nullable: true),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    motivering = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    mal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    foredragande = table.Column<long>(type: "bigint", nullable: false),
                    lagrum_text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    overklagandeform = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    delegationspunkt = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    beslutsfattare_id = table.Column<long>(type: "bigint", nullable: true),
                    beslutsdag = table.Column<DateOnly>(type: "date", nullable: true),
                    fattat = table.Column<long>(type: "bigint", nullable: true),
                    delgiven_dag = table.Column<DateOnly>(type: "date", nullable: true),
                    overklagas_senast = table.Column<DateOnly>(type: "date", nullable: true),
                    rev = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_beslut", x => x.id);
                    table.ForeignKey(
                        name: "FK_beslut_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "jav",
                columns: table => new
                {
                    anvandare_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    orsak = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jav", x => new { x.anvandare_id, x.arende_id });
                    table.ForeignKey(
                        name: "FK_jav_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kommunicering",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    datum = table.Column<DateOnly>(type: "date", nullable: false),
                    noterad = table.Column<long>(type: "bigint", nullable: false),
                    av = table.Column<long>(type: "bigint", nullable: false),
                    satt = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    svar_senast = table.Column<DateOnly>(type: "date", nullable: true),
                    svar = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    svar_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    informerad_om_muntligt = table.Column<bool>(type: "boolean", nullable: false),
                    obehovlig_skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kommunicering", x => x.id);
                    table.ForeignKey(
                        name: "FK_kommunicering_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "omfordelning",
                columns: table => new
                {
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    tid = table.Column<long>(type: "bigint", nullable: false),
                    skal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_omfordelning", x => new { x.arende_id, x.tid });
                    table.ForeignKey(
                        name: "FK_omfordelning_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paus",
                columns: table => new
                {
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    nummer = table.Column<int>(type: "integer", nullable: false),
                    orsak = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    fran = table.Column<DateOnly>(type: "date", nullable: false),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    vaknar = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paus", x => new { x.arende_id, x.nummer });
                    table.ForeignKey(
                        name: "FK_paus_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "underrattelse",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    datum = table.Column<DateOnly>(type: "date", nullable: false),
                    satt = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    av = table.Column<long>(type: "bigint", nullable: false),
                    delgiven_dag = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_underrattelse", x => x.id);
                    table.ForeignKey(
                        name: "FK_underrattelse_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "utredning",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    paborjad = table.Column<long>(type: "bigint", nullable: false),
                    paborjad_av = table.Column<long>(type: "bigint", nullable: false),
                    avslutad = table.Column<long>(type: "bigint", nullable: true),
                    barn_i_hemmet = table.Column<bool>(type: "boolean", nullable: false),
                    barn_perspektiv = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    relaterade_faktorer = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    samlad_bedomning = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    bedomning_rev = table.Column<int>(type: "integer", nullable: false),
                    skal_for_obeskrivna = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    valdsfraga_av = table.Column<long>(type: "bigint", nullable: true),
                    valdsfraga_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    valdsfraga_orsak = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    valdsfraga_utfall = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_utredning", x => x.id);
                    table.ForeignKey(
                        name: "FK_utredning_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prenumeration",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    instans_id = table.Column<long>(type: "bigint", nullable: false),
                    motor_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    slag = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    namn = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    korrelation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prenumeration", x => x.id);
                    table.ForeignKey(
                        name: "FK_prenumeration_processinstans_instans_id",
                        column: x => x.instans_id,
                        principalTable: "processinstans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "processtimer",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    instans_id = table.Column<long>(type: "bigint", nullable: false),
                    motor_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    forfaller = table.Column<long>(type: "bigint", nullable: false),
                    tands = table.Column<long>(type: "bigint", nullable: false),
                    forsok = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processtimer", x => x.id);
                    table.ForeignKey(
                        name: "FK_processtimer_processinstans_instans_id",
                        column: x => x.instans_id,
                        principalTable: "processinstans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ansokt_insats",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    insatstyp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    onskemal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    sokt_omfattning = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    sokt_enhet = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    omprovar_insats_id = table.Column<long>(type: "bigint", nullable: true),
                    sokt_from = table.Column<DateOnly>(type: "date", nullable: true),
                    sokt_tom = table.Column<DateOnly>(type: "date", nullable: true),
                    atertagen_dag = table.Column<DateOnly>(type: "date", nullable: true),
                    atertagen_satt = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    atertagen = table.Column<long>(type: "bigint", nullable: true),
                    ansokan_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ansokt_insats", x => x.id);
                    table.ForeignKey(
                        name: "FK_ansokt_insats_ansokan_ansokan_id",
                        column: x => x.ansokan_id,
                        principalTable: "ansokan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "insats",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    person_id = table.Column<long>(type: "bigint", nullable: false),
                    beslut_id = table.Column<long>(type: "bigint", nullable: false),
                    enhet_id = table.Column<long>(type: "bigint", nullable: false),
                    insatstyp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    omfattning = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    omfattning_enhet = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    fran = table.Column<DateOnly>(type: "date", nullable: false),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    beslutsdag = table.Column<DateOnly>(type: "date", nullable: false),
                    ej_verkstallt_fran = table.Column<DateOnly>(type: "date", nullable: true),
                    utforare = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    start_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    uppfoljning_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    avslut_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    avslut_orsak = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_insats", x => x.id);
                    table.ForeignKey(
                        name: "FK_insats_arende_arende_id",
                        column: x => x.arende_id,
                        principalTable: "arende",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_insats_beslut_beslut_id",
                        column: x => x.beslut_id,
                        principalTable: "beslut",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_insats_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kommunicerat_forslag",
                columns: table => new
                {
                    kommunicering_id = table.Column<long>(type: "bigint", nullable: false),
                    ansokt_insats_id = table.Column<long>(type: "bigint", nullable: false),
                    utfall = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    omfattning = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    fran = table.Column<DateOnly>(type: "date", nullable: true),
                    tom = table.Column<DateOnly>(type: "date", nullable: true),
                    upphor = table.Column<DateOnly>(type: "date", nullable: true),
                    andringsgrund = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kommunicerat_forslag", x => new { x.kommunicering_id, x.ansokt_insats_id });
                    table.ForeignKey(
                        name: "FK_kommunicerat_forslag_kommunicering_kommunicering_id",
                        column: x => x.kommunicering_id,
                        principalTable: "kommunicering",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "insatsbeskrivning",
                columns: table => new
                {
                    utredning_id = table.Column<long>(type: "bigint", nullable: false),
                    ansokt_insats_id = table.Column<long>(type: "bigint", nullable: false),
                    insatstyp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    sokt_omfattning = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    sokt_enhet = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    andrat_dag = table.Column<DateOnly>(type: "date", nullable: true),
                    andrat_hur = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    andrat_av = table.Column<long>(type: "bigint", nullable: true),
                    rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_insatsbeskrivning", x => new { x.utredning_id, x.ansokt_insats_id });
                    table.ForeignKey(
                        name: "FK_insatsbeskrivning_utredning_utredning_id",
                        column: x => x.utredning_id,
                        principalTable: "utredning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "omradesbedomning",
                columns: table => new
                {
                    utredning_id = table.Column<long>(type: "bigint", nullable: false),
                    omrade = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    egna_ord = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    beskrivning = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    bedomt = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    avsett = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    mal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    kalla = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    kalldatum = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    andrad = table.Column<long>(type: "bigint", nullable: true),
                    andrad_av = table.Column<long>(type: "bigint", nullable: true),
                    rev = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_omradesbedomning", x => new { x.utredning_id, x.omrade });
                    table.ForeignKey(
                        name: "FK_omradesbedomning_utredning_utredning_id",
                        column: x => x.utredning_id,
                        principalTable: "utredning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "utredningstillagg",
                columns: table => new
                {
                    utredning_id = table.Column<long>(type: "bigint", nullable: false),
                    nr = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    kalla = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    dag = table.Column<DateOnly>(type: "date", nullable: false),
                    ansokt_insats_id = table.Column<long>(type: "bigint", nullable: true),
                    sokt_omfattning = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    skrivet_av = table.Column<long>(type: "bigint", nullable: false),
                    skrivet = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_utredningstillagg", x => new { x.utredning_id, x.nr });
                    table.ForeignKey(
                        name: "FK_utredningstillagg_utredning_utredning_id",
                        column: x => x.utredning_id,
                        principalTable: "utredning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bestallning",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    insats_id = table.Column<long>(type: "bigint", nullable: false),
                    utforare = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    mal = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    uppdrag = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    omfattning = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    omfattning_enhet = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    onskad_start = table.Column<DateOnly>(type: "date", nullable: true),
                    skickad = table.Column<long>(type: "bigint", nullable: false),
                    bekraftad = table.Column<long>(type: "bigint", nullable: true),
                    start = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bestallning", x => x.id);
                    table.ForeignKey(
                        name: "FK_bestallning_insats_insats_id",
                        column: x => x.insats_id,
                        principalTable: "insats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "uppfoljning",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    insats_id = table.Column<long>(type: "bigint", nullable: false),
                    arende_id = table.Column<long>(type: "bigint", nullable: false),
                    planerad = table.Column<DateOnly>(type: "date", nullable: false),
                    genomford = table.Column<DateOnly>(type: "date", nullable: true),
                    genomford_av = table.Column<long>(type: "bigint", nullable: true),
                    resultat = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    maluppfyllelse = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    utgang = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    nasta_datum = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uppfoljning", x => x.id);
                    table.ForeignKey(
                        name: "FK_uppfoljning_insats_insats_id",
                        column: x => x.insats_id,
                        principalTable: "insats",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ansokan_arende_id",
                table: "ansokan",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_ansokan_extern_id",
                table: "ansokan",
                column: "extern_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ansokan_person_id",
                table: "ansokan",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_ansokt_insats_ansokan_id",
                table: "ansokt_insats",
                column: "ansokan_id");

            migrationBuilder.CreateIndex(
                name: "IX_api_nyckel_hash",
                table: "api_nyckel",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_arende_avslutat_enhet",
                table: "arende",
                columns: new[] { "enhet_id", "id" },
                filter: "steg = 'Avslutat'");

            migrationBuilder.CreateIndex(
                name: "ix_arende_avslutat_handlaggare",
                table: "arende",
                columns: new[] { "handlaggare_id", "id" },
                filter: "steg = 'Avslutat'");

            migrationBuilder.CreateIndex(
                name: "IX_arende_nummer",
                table: "arende",
                column: "nummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_arende_oppet_enhet",
                table: "arende",
                columns: new[] { "enhet_id", "id" },
                filter: "steg <> 'Avslutat'");

            migrationBuilder.CreateIndex(
                name: "ix_arende_oppet_handlaggare",
                table: "arende",
                columns: new[] { "handlaggare_id", "id" },
                filter: "steg <> 'Avslutat'");

            migrationBuilder.CreateIndex(
                name: "IX_arende_person_id",
                table: "arende",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_arende_publik_id",
                table: "arende",
                column: "publik_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_aterlamning_arende_id",
                table: "aterlamning",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_atkomst_arende_id",
                table: "atkomst",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_handelse_arende_id_id",
                table: "audit_handelse",
                columns: new[] { "arende_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_handelse_kedja_seq",
                table: "audit_handelse",
                columns: new[] { "kedja", "seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_handelse_typ_tid",
                table: "audit_handelse",
                columns: new[] { "typ", "tid" });

            migrationBuilder.CreateIndex(
                name: "IX_avvikelse_enhet_id_id",
                table: "avvikelse",
                columns: new[] { "enhet_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_avvikelse_nummer",
                table: "avvikelse",
                column: "nummer",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_avvikelse_publik_id",
                table: "avvikelse",
                column: "publik_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_beslut_ansokt_insats_id",
                table: "beslut",
                column: "ansokt_insats_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_beslut_arende_id",
                table: "beslut",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_bestallning_insats_id",
                table: "bestallning",
                column: "insats_id");

            migrationBuilder.CreateIndex(
                name: "IX_formularsvar_arende_id",
                table: "formularsvar",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_idempotenspost_tid",
                table: "idempotenspost",
                column: "tid");

            migrationBuilder.CreateIndex(
                name: "IX_incident_arende_id",
                table: "incident",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "ix_incident_olost",
                table: "incident",
                column: "uppstod",
                filter: "lost IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_indikator_rad_indikator_enhet_id_ar",
                table: "indikator_rad",
                columns: new[] { "indikator", "enhet_id", "ar" });

            migrationBuilder.CreateIndex(
                name: "IX_indikator_rad_indikator_enhet_id_tertial_kon",
                table: "indikator_rad",
                columns: new[] { "indikator", "enhet_id", "tertial", "kon" });

            migrationBuilder.CreateIndex(
                name: "IX_insats_arende_id",
                table: "insats",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_insats_beslut_id",
                table: "insats",
                column: "beslut_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_insats_ej_verkstalld",
                table: "insats",
                columns: new[] { "enhet_id", "ej_verkstallt_fran" },
                filter: "ej_verkstallt_fran IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_insats_person_id_status",
                table: "insats",
                columns: new[] { "person_id", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_jav_arende_id",
                table: "jav",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_kommunicering_arende_id",
                table: "kommunicering",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_konto_anvandare_id",
                table: "konto",
                column: "anvandare_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_konto_normalized_email",
                table: "konto",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "IX_konto_normalized_user_name",
                table: "konto",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_konto_inloggning_user_id",
                table: "konto_inloggning",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_konto_nyckel_user_id",
                table: "konto_nyckel",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_konto_pastaende_user_id",
                table: "konto_pastaende",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_person_identitet",
                table: "person",
                column: "identitet",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_person_publik_id",
                table: "person",
                column: "publik_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_person_sokord",
                table: "person",
                column: "sokord");

            migrationBuilder.CreateIndex(
                name: "IX_prenumeration_instans_id_motor_id",
                table: "prenumeration",
                columns: new[] { "instans_id", "motor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prenumeration_namn_korrelation",
                table: "prenumeration",
                columns: new[] { "namn", "korrelation" });

            migrationBuilder.CreateIndex(
                name: "IX_processdefinition_nyckel_sha256",
                table: "processdefinition",
                columns: new[] { "nyckel", "sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_processdefinition_nyckel_version_nr",
                table: "processdefinition",
                columns: new[] { "nyckel", "version_nr" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_processhistorik_instans_id_id",
                table: "processhistorik",
                columns: new[] { "instans_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_processinstans_arende_id",
                table: "processinstans",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_processinstans_definition_id",
                table: "processinstans",
                column: "definition_id");

            migrationBuilder.CreateIndex(
                name: "IX_processinstans_insats_id",
                table: "processinstans",
                column: "insats_id");

            migrationBuilder.CreateIndex(
                name: "IX_processtimer_instans_id_motor_id",
                table: "processtimer",
                columns: new[] { "instans_id", "motor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_processtimer_tands_id",
                table: "processtimer",
                columns: new[] { "tands", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_skydd_visning_person_id",
                table: "skydd_visning",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_stallforetradare_ersattare_id",
                table: "stallforetradare",
                column: "ersattare_id");

            migrationBuilder.CreateIndex(
                name: "IX_underrattelse_arende_id",
                table: "underrattelse",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_uppdrag_enhet_id",
                table: "uppdrag",
                column: "enhet_id");

            migrationBuilder.CreateIndex(
                name: "IX_uppfoljning_arende_id",
                table: "uppfoljning",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_uppfoljning_insats_id",
                table: "uppfoljning",
                column: "insats_id");

            migrationBuilder.CreateIndex(
                name: "IX_uppgift_arende_id",
                table: "uppgift",
                column: "arende_id");

            migrationBuilder.CreateIndex(
                name: "IX_uppgift_instans_id_motor_id",
                table: "uppgift",
                columns: new[] { "instans_id", "motor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_uppgift_oppen_chef",
                table: "uppgift",
                columns: new[] { "enhet_id", "forfaller", "id" },
                filter: "status = 'Oppen' AND grupp = 'chef'");

            migrationBuilder.CreateIndex(
                name: "ix_uppgift_oppen_tilldelad",
                table: "uppgift",
                columns: new[] { "tilldelad_id", "forfaller", "id" },
                filter: "status = 'Oppen'");

            migrationBuilder.CreateIndex(
                name: "IX_uppgift_publik_id",
                table: "uppgift",
                column: "publik_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_uppgift_vantar_chef",
                table: "uppgift",
                columns: new[] { "enhet_id", "vaknar", "id" },
                filter: "status = 'Vantar' AND grupp = 'chef'");

            migrationBuilder.CreateIndex(
                name: "ix_uppgift_vantar_tilldelad",
                table: "uppgift",
                columns: new[] { "tilldelad_id", "vaknar", "id" },
                filter: "status = 'Vantar'");

            migrationBuilder.CreateIndex(
                name: "IX_utredning_arende_id",
                table: "utredning",
                column: "arende_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ansokt_insats");

            migrationBuilder.DropTable(
                name: "api_nyckel");

            migrationBuilder.DropTable(
                name: "aterlamning");

            migrationBuilder.DropTable(
                name: "atkomst");

            migrationBuilder.DropTable(
                name: "audit_handelse");

            migrationBuilder.DropTable(
                name: "audit_huvud");

            migrationBuilder.DropTable(
                name: "avvikelse");

            migrationBuilder.DropTable(
                name: "besok");

            migrationBuilder.DropTable(
                name: "bestallning");

            migrationBuilder.DropTable(
                name: "formularsvar");

            migrationBuilder.DropTable(
                name: "idempotenspost");

            migrationBuilder.DropTable(
                name: "incident");

            migrationBuilder.DropTable(
                name: "indikator_rad");

            migrationBuilder.DropTable(
                name: "insatsbeskrivning");

            migrationBuilder.DropTable(
                name: "jav");

            migrationBuilder.DropTable(
                name: "kommunicerat_forslag");

            migrationBuilder.DropTable(
                name: "konto_bevis");

            migrationBuilder.DropTable(
                name: "konto_inloggning");

            migrationBuilder.DropTable(
                name: "konto_nyckel");

            migrationBuilder.DropTable(
                name: "konto_pastaende");

            migrationBuilder.DropTable(
                name: "namngiven_atkomst");

            migrationBuilder.DropTable(
                name: "nummer");

            migrationBuilder.DropTable(
                name: "omfordelning");

            migrationBuilder.DropTable(
                name: "omradesbedomning");

            migrationBuilder.DropTable(
                name: "paus");

            migrationBuilder.DropTable(
                name: "prenumeration");

            migrationBuilder.DropTable(
                name: "processhistorik");

            migrationBuilder.DropTable(
                name: "processtimer");

            migrationBuilder.DropTable(
                name: "skydd_visning");

            migrationBuilder.DropTable(
                name: "stallforetradare");

            migrationBuilder.DropTable(
                name: "underrattelse");

            migrationBuilder.DropTable(
                name: "uppdrag");

            migrationBuilder.DropTable(
                name: "uppfoljning");

            migrationBuilder.DropTable(
                name: "uppgift");

            migrationBuilder.DropTable(
                name: "utredningstillagg");

            migrationBuilder.DropTable(
                name: "ansokan");

            migrationBuilder.DropTable(
                name: "kommunicering");

            migrationBuilder.DropTable(
                name: "konto");

            migrationBuilder.DropTable(
                name: "processinstans");

            migrationBuilder.DropTable(
                name: "insats");

            migrationBuilder.DropTable(
                name: "utredning");

            migrationBuilder.DropTable(
                name: "anvandare");

            migrationBuilder.DropTable(
                name: "processdefinition");

            migrationBuilder.DropTable(
                name: "beslut");

            migrationBuilder.DropTable(
                name: "arende");

            migrationBuilder.DropTable(
                name: "enhet");

            migrationBuilder.DropTable(
                name: "person");
        }
    }
}
