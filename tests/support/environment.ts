/** What every process of Trellis sees, with values for tests. The database's addresses are set by `freshDatabase`. */
Object.assign(process.env, {
  AUTH_SECRET: "a secret for tests only, a secret for tests only",
  LINK_SECRET: "another secret for tests only, for links in letters",
  SEAL_SECRET: "a third secret for tests only, for sealed answers",
  APP_URL: "http://localhost:3000",
  EMAIL_URL: "outbox:",
  // What is right must not hang on how busy the machine is.
  DATABASE_PATIENCE: "10",
  TZ: "UTC",
})
