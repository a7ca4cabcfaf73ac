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
      {
        source: "/:lio/groups",
        has: [{ type: "query", key: "format", value: "(?:csv|xlsx|json)" }],
        destination: "/:lio/groups/export",
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
