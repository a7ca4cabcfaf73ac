import { dialled } from "@/app/_ui/address"
import type { Face } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

/** At the foot of each page: whom to ring, or where to write; nothing when the LIO has given neither. */
export function Ring({ contact: { name, phone, email } }: Pick<Face, "contact">) {
  if (!phone && !email) return null
  return (
    <p className="m-0 max-w-none basis-full">
      {say("Any questions?")}{" "}
      {phone
        ? sayRich("Ring {name} on {phone}", {
            name: name ?? say("us"),
            phone: (
              <a href={dialled(phone)} className="ring-link">
                {phone}
              </a>
            ),
          })
        : sayRich("Email {name} at {email}", {
            name: name ?? say("us"),
            email: (
              <a href={`mailto:${email}`} className="ring-link">
                {email}
              </a>
            ),
          })}
    </p>
  )
}
