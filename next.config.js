/** The lists that can be had as a file: those with a route of their own for it. */
const LISTS = [
  "cases",
  "events",
  "funding",
  "groups",
  "health-checks",
  "memberships",
  "needs",
  "opportunities",
  "people",
  "resources",
  "sessions",
  "tasks",
]

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // npm test checks the types, of the tests too; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  serverExternalPackages: ["docx", "graphile-worker", "postgres", "hucre", "nodemailer"],
  rewrites: async () => ({
    beforeFiles: [
      // A guide as a file: /guides/start-a-group.pdf, /ribble/guides/start-a-group/versions/2.docx.
      ...[
        "/guides/:slug",
        "/guides/:slug/versions/:version",
        "/:lio/guides/:slug",
        "/:lio/guides/:slug/versions/:version",
      ].map((guide) => ({
        source: `${guide.replace(/:(slug|version)$/, ":$1([a-z0-9-]+)")}.:form(pdf|docx)`,
        destination: `${guide}/file/:form`,
      })),
      // Frozen numbers as a file: /ribble/evidence/ID/2.json.
      {
        source: "/:lio/evidence/:id/:edition(\\d+).:form(pdf|docx)",
        destination: "/:lio/evidence/:id/:edition/file/:form",
      },
      {
        source: "/:lio/evidence/:id/:edition(\\d+).:part(json|csv)",
        destination: "/:lio/evidence/:id/:edition/data/:part",
      },
      // A version of a paper as a file: /ribble/representations/…/2.pdf.
      {
        source: "/:lio/representations/:id/:version(\\d+).:form(pdf|docx)",
        destination: "/:lio/representations/:id/:version/file/:form",
      },
      {
        source: "/:lio/representations/:id/:version(\\d+).json",
        destination: "/:lio/representations/:id/:version/data",
      },
      // A list as a file, at the address of its page: /ribble/groups?theme=…&format=csv.
      {
        source: `/:lio/:list(${LISTS.join("|")})`,
        has: [{ type: "query", key: "format", value: "(?:csv|xlsx|ods|json)" }],
        destination: "/:lio/:list/export",
      },
    ],
  }),
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        {
          key: "Permissions-Policy",
          value: "camera=(), microphone=(), geolocation=(self), browsing-topics=()",
        },
      ],
    },
  ],
}
