import type { Found } from "@/app/_ui/found"
import type { getLio } from "@/lib/lios/queries"
import { inWords, say } from "@/lib/words"

type Lio = Awaited<ReturnType<typeof getLio>>

/** How an LIO's public page may be found. */
export function foundLio(lio: Lio, areas: { name: string; kind: string }[]): Found {
  const { name, slug, about, email, phone, website, address } = lio
  const served = areas.filter(({ kind }) => kind === "district").map((area) => area.name)
  const where = served.length > 0 ? inWords(served) : null
  return {
    about:
      about ??
      (where
        ? say("{lio} helps voluntary and community groups in {areas}.", { lio: name, areas: where })
        : say("{lio} helps local voluntary and community groups.", { lio: name })),
    path: `/${slug}`,
    data: {
      "@type": "Organization",
      name,
      url: `${process.env.APP_URL}/${slug}`,
      ...(about ? { description: about } : {}),
      ...(email ? { email } : {}),
      ...(phone ? { telephone: phone } : {}),
      ...(address ? { address } : {}),
      ...(website ? { sameAs: website } : {}),
      ...(where ? { areaServed: served } : {}),
    },
  }
}
