/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // npm test checks the types, of the tests too; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  serverExternalPackages: ["graphile-worker", "postgres", "hucre", "nodemailer"],
  rewrites: async () => ({
    beforeFiles: [
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
