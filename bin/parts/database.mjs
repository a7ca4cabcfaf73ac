import { Problem } from "./problem.mjs"

const quote = (name) => `"${name.replaceAll('"', '""')}"`
const literal = (text) => `'${text.replaceAll("'", "''")}'`

async function connect(url) {
  const { default: postgres } = await import("postgres")
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10, prepare: false })
  try {
    await sql`select 1`
  } catch (error) {
    await sql.end({ timeout: 1 })
    throw new Problem(`The database does not let us in: ${error.message || error.code}`)
  }
  return sql
}

/** An address of the built-in PostgreSQL. */
export const addressOf = (port, name, password, database) =>
  `postgres://${name}:${password}@127.0.0.1:${port}/${database}`

async function ensureRole(sql, name, how) {
  const [known] = await sql`select 1 from pg_roles where rolname = ${name}`
  await sql.unsafe(`${known ? "alter" : "create"} role ${quote(name)} ${how}`)
}

/** The three roles and the database "trellis" of the built-in PostgreSQL; gives the addresses for each. */
export async function prepareEmbedded(port, secrets, database = "trellis") {
  const sql = await connect(addressOf(port, "postgres", secrets.POSTGRES_PASSWORD, "postgres"))
  try {
    const plain = "login nosuperuser nobypassrls nocreatedb nocreaterole password"
    await ensureRole(sql, "trellis_owner", `${plain} ${literal(secrets.OWNER_PASSWORD)}`)
    await ensureRole(sql, "trellis_app", `${plain} ${literal(secrets.APP_PASSWORD)}`)
    await ensureRole(sql, "trellis_auth", `${plain} ${literal(secrets.AUTH_PASSWORD)}`)
    await sql`grant trellis_app, trellis_auth to trellis_owner`
    const [known] = await sql`select 1 from pg_database where datname = ${database}`
    if (!known) await sql.unsafe(`create database ${quote(database)} owner trellis_owner`)
  } finally {
    await sql.end()
  }
  return {
    TRELLIS_OWNER_URL: addressOf(port, "trellis_owner", secrets.OWNER_PASSWORD, database),
    TRELLIS_APP_URL: addressOf(port, "trellis_app", secrets.APP_PASSWORD, database),
    TRELLIS_AUTH_URL: addressOf(port, "trellis_auth", secrets.AUTH_PASSWORD, database),
  }
}

function withLogin(address, name, password) {
  const url = new URL(address)
  url.username = name
  url.password = password
  return url.href
}

function withRole(address, role) {
  const url = new URL(address)
  url.searchParams.set("options", `-c role=${role}`)
  return url.href.replaceAll("+", "%20")
}

/**
 * Roles in a database of the operator's own. With one address (DATABASE_URL) the roles get logins of their own; with a
 * privileged one besides (MIGRATION_DATABASE_URL) the everyday login is only allowed to become them.
 */
export async function prepareExternal(everyday, privileged, secrets) {
  const sql = await connect(privileged ?? everyday)
  try {
    const [here] =
      await sql`select current_database() as name, current_setting('server_version_num')::int as version`
    if (here.version < 150000) throw new Problem("Trellis needs PostgreSQL 15 or newer.")
    const login = (password) => (privileged ? "nologin" : `login password ${literal(password)}`)
    await ensureRole(sql, "trellis_owner", "nologin")
    await ensureRole(sql, "trellis_app", login(secrets.APP_PASSWORD))
    await ensureRole(sql, "trellis_auth", login(secrets.AUTH_PASSWORD))
    await sql.unsafe("grant trellis_app, trellis_auth to trellis_owner")
    await sql.unsafe("grant trellis_owner to current_user")
    await sql.unsafe(`grant create, connect on database ${quote(here.name)} to trellis_owner`)
    await sql.unsafe(`grant connect on database ${quote(here.name)} to trellis_app, trellis_auth`)
    await sql.unsafe("grant usage, create on schema public to trellis_owner")
    if (privileged) {
      await sql.unsafe(
        `grant trellis_app, trellis_auth to ${quote(decodeURIComponent(new URL(everyday).username))}`,
      )
    }
  } finally {
    await sql.end()
  }
  const owner = { TRELLIS_OWNER_URL: withRole(privileged ?? everyday, "trellis_owner") }
  if (!privileged) {
    return {
      ...owner,
      TRELLIS_APP_URL: withLogin(everyday, "trellis_app", secrets.APP_PASSWORD),
      TRELLIS_AUTH_URL: withLogin(everyday, "trellis_auth", secrets.AUTH_PASSWORD),
    }
  }
  return {
    ...owner,
    TRELLIS_APP_URL: withRole(everyday, "trellis_app"),
    TRELLIS_AUTH_URL: withRole(everyday, "trellis_auth"),
  }
}
