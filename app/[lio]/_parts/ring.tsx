import { dialled } from "@/app/_ui/address"
import type { Face } from "@/lib/lios/look/queries"

/** At the foot of each page: whom to ring, or where to write; nothing when the LIO has given neither. */
export function Ring({ contact: { name, phone, email } }: Pick<Face, "contact">) {
  if (!phone && !email) return null
  return (
    <p className="m-0 max-w-none basis-full">
      Any questions?{" "}
      {phone ? (
        <>
          Ring {name ?? "us"} on{" "}
          <a href={dialled(phone)} className="ring-link">
            {phone}
          </a>
        </>
      ) : (
        <>
          Email {name ?? "us"} at{" "}
          <a href={`mailto:${email}`} className="ring-link">
            {email}
          </a>
        </>
      )}
    </p>
  )
}
