import { text } from "@/app/_http/answers"
import { routeOutside } from "@/app/_http/route"

/** What search engines may read: whatever is no page of a person says so itself. */
export const GET = routeOutside({}, () =>
  text(
    `User-agent: *\nDisallow: /api/\nDisallow: /sign-in\nDisallow: /kit\nSitemap: ${process.env.APP_URL}/sitemap.xml\n`,
  ),
)
