import { checkHealth } from "@/lib/access/health/queries"
import { version } from "@/package.json"

export const dynamic = "force-dynamic"

/** For load balancers and watchmen: 200 when all is well, 503 with the same shape when not. */
export async function GET() {
  const health = await checkHealth()
  const well = health.database === "ok" && health.worker === "ok" && health.migrations === "current"
  return Response.json(
    { status: well ? "ok" : "failing", version, ...health },
    { status: well ? 200 : 503, headers: { "cache-control": "no-store" } },
  )
}
