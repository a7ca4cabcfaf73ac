"use server"

import { cookies } from "next/headers"
import { z } from "zod"
import { ourCookie } from "@/app/_http/cookies"
import { GUEST_COOKIE } from "@/app/_http/session"
import { submitOutside } from "@/app/_http/submit"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { readLink } from "@/lib/access/links"
import { SignedOut } from "@/lib/errors"
import { say } from "@/lib/words"

const startInput = z.object({
  lio: z.string().regex(/^[a-z][a-z0-9-]*$/),
  id: z.uuid(),
  key: z.string().max(2000),
  group: z.uuid(),
})

/** Takes the key of an emailed link into a cookie of this one consultation, so that no address after it carries it. */
export const startForm = submitOutside(startInput, async ({ lio, id, key, group }) => {
  const link = readLink(key, "answer")
  if (link?.about !== id) throw new SignedOut(say("This link has expired."))
  const jar = await cookies()
  jar.set(GUEST_COOKIE, key, {
    ...ourCookie(`/${lio}/consultations/${id}`),
    ...(link.expires ? { expires: new Date(link.expires) } : {}),
  })
  return addressOf(lio, id, "answer", { group })
})
