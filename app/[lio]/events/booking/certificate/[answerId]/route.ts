import { madeForOne } from "@/app/_http/document-file"
import { routeOutside } from "@/app/_http/route"
import { fileByBookingLink } from "@/lib/events/booking/queries"
import { readCertificate } from "@/lib/events/certificates/queries"

/** The certificate of somebody who came, for whoever has the link of the booking. */
export const GET = routeOutside({}, async ({ params: { lio = "", answerId = "" }, query }) =>
  madeForOne(
    await fileByBookingLink({ lio, key: query.get("key") ?? "" }, (ctx) => readCertificate(ctx, answerId)),
  ),
)
