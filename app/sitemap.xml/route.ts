import { routeOutside } from "@/app/_http/route"
import { outside } from "@/lib/access/doors"
import { listLios } from "@/lib/finder/queries"
import { listSharedGuides } from "@/lib/guides/reading/queries"
import { listPublicPages } from "@/lib/home/public/queries"

const HOUR = 3600
const escaped = (address: string) => address.replace(/&/g, "&amp;").replace(/</g, "&lt;")

/** The public pages of the installation and of its LIOs; no page of a person or a group. */
export const GET = routeOutside({}, async () => {
  const [guides, lios] = await Promise.all([outside(listSharedGuides), listLios()])
  const ofLios = await Promise.all(lios.map(({ slug }) => listPublicPages(slug)))
  const paths = ["/", "/find", "/guides", ...guides.map(({ slug }) => `/guides/${slug}`), ...ofLios.flat()]
  const urls = paths.map(
    (path) => `<url><loc>${escaped(`${process.env.APP_URL ?? ""}${path === "/" ? "" : path}`)}</loc></url>`,
  )
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join("")}</urlset>\n`,
    {
      headers: {
        "content-type": "application/xml; charset=utf-8",
        "cache-control": `public, max-age=${HOUR}`,
      },
    },
  )
})
