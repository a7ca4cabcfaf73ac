import { Banner } from "@/app/_ui/banner"
import { hasNoMail, isDemoOnly } from "@/lib/sign-in/queries"
import { say } from "@/lib/words"

/** Tells staff where no email leaves this computer, before they wait for an answer to one. Nothing in a demo. */
export async function NoMailYet() {
  if (!hasNoMail() || (await isDemoOnly())) return null
  return (
    <Banner kind="note">
      {say(
        "No email leaves this computer yet: they’re kept in a folder. Ask whoever runs this Trellis to set EMAIL_URL before you write to groups.",
      )}
    </Banner>
  )
}
