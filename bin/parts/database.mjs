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

/** Two commands at once prepare one after the other; the lock goes with the connection. */
const inTurn = (sql) => sql`select pg_advisory_lock(hashtext('trellis roles'))`

async function ensureRole(sql, name, how) {
  const [known] = await sql`select 1 from pg_roles where rolname = ${name}`
  await sql.unsafe(`${known ? "alter" : "create"} role ${quote(name)} ${how}`)
}

/** The roles of everyday work, and where their passwords are among the secrets. */
const PASSWORDS = { trellis_app: "APP_PASSWORD", trellis_auth: "AUTH_PASSWORD" }

/** The three roles and the database "trellis" of the built-in PostgreSQL; gives the addresses for each. */
export async function prepareEmbedded(port, secrets, database = "trellis") {
  const sql = await connect(addressOf(port, "postgres", secrets.POSTGRES_PASSWORD, "postgres"))
  try {
    await inTurn(sql)
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

async function ensureMember(sql, role, member) {
  const [known] = await sql`
    select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member
    where r.rolname = ${role} and u.rolname = ${member} and (to_jsonb(m) ->> 'set_option') is distinct from 'false'`
  if (!known) await sql.unsafe(`grant ${quote(role)} to ${quote(member)}`)
}

/** A login with our password. Not taken away from another Trellis that has its database on the same server. */
async function ensureLogin(sql, name, password, address) {
  const [known] = await sql`select 1 from pg_roles where rolname = ${name}`
  if (known && (await letsIn(address))) return
  const [other] = await sql`
    select d.datname as name from pg_shdepend s join pg_database d on d.oid = s.dbid
    where s.refclassid = 'pg_authid'::regclass and s.refobjid = (select oid from pg_roles where rolname = ${name})
      and d.datname <> current_database() limit 1`
  if (other) {
    throw new Problem(
      `Another Trellis, in the database ${other.name} of the same server, uses the login ${name}. ` +
        "Give TRELLIS_OWNER_URL, TRELLIS_APP_URL and TRELLIS_AUTH_URL yourself, or use a server of its own.",
    )
  }
  await ensureRole(sql, name, `login password ${literal(password)}`)
}

async function letsIn(address) {
  try {
    await (await connect(address)).end()
    return true
  } catch {
    return false
  }
}

/**
 * Roles in a database of the operator's own. With one address (DATABASE_URL) the roles get logins of their own; with a
 * privileged one besides (MIGRATION_DATABASE_URL) the everyday login is only allowed to become them.
 */
export async function prepareExternal(everyday, privileged, secrets) {
  const address = (role) =>
    privileged ? withRole(everyday, role) : withLogin(everyday, role, secrets[PASSWORDS[role]])
  const sql = await connect(privileged ?? everyday)
  try {
    const [here] = await sql`
      select current_database() as name, current_user::text as login, current_setting('server_version_num')::int as version`
    if (here.version < 150000) throw new Problem("Trellis needs PostgreSQL 15 or newer.")
    await inTurn(sql)
    for (const role of ["trellis_owner", "trellis_app", "trellis_auth"]) {
      const [known] = await sql`select 1 from pg_roles where rolname = ${role}`
      if (!known) await ensureRole(sql, role, "nologin")
      if (PASSWORDS[role] && !privileged)
        await ensureLogin(sql, role, secrets[PASSWORDS[role]], address(role))
    }
    for (const role of Object.keys(PASSWORDS)) {
      await ensureMember(sql, role, "trellis_owner")
      if (privileged) await ensureMember(sql, role, decodeURIComponent(new URL(everyday).username))
    }
    await ensureMember(sql, "trellis_owner", here.login)
    await sql.unsafe(`grant create, connect, temporary on database ${quote(here.name)} to trellis_owner`)
    await sql.unsafe(`revoke temporary on database ${quote(here.name)} from public`)
    await sql.unsafe(`grant connect on database ${quote(here.name)} to trellis_app, trellis_auth`)
    await sql.unsafe("grant usage, create on schema public to trellis_owner")
  } catch (error) {
    if (error.code !== "42501") throw error
    throw new Problem(
      `The database login may not do what has to be done once: ${error.message}. ${error.detail ?? ""}`.trim(),
    )
  } finally {
    await sql.end()
  }
  return {
    TRELLIS_OWNER_URL: withRole(privileged ?? everyday, "trellis_owner"),
    TRELLIS_APP_URL: address("trellis_app"),
    TRELLIS_AUTH_URL: address("trellis_auth"),
  }
}
