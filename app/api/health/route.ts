import { json } from "@/app/_http/answers"
import { routeOutside } from "@/app/_http/route"
import { checkHealth } from "@/lib/access/health/queries"
import { version } from "@/package.json"

export const dynamic = "force-dynamic"

/** For load balancers and watchmen: 200 when all is well, 503 with the same shape when not. */
export const GET = routeOutside({ says: "json" }, async () => {
  const health = await checkHealth()
  const well = health.database === "ok" && health.worker === "ok" && health.migrations === "current"
  return json({ status: well ? "ok" : "failing", version, ...health }, well ? 200 : 503)
})
