import { download } from "@/app/_http/answers"
import { routeOutside } from "@/app/_http/route"
import { readMaterial } from "@/lib/events/materials/queries"

/** A file that goes with an event, for whoever has the link of a booking with a place. */
export const GET = routeOutside({}, async ({ params: { lio = "", fileId = "" }, query }) => {
  const { bytes, name, type } = await readMaterial({ lio, key: query.get("key") ?? "" }, fileId)
  return download(new Uint8Array(bytes), { name, type, size: bytes.length })
})
