import { Banner } from "@/app/_ui/banner"
import { keepsEmailHere } from "@/lib/sign-in/queries"
import { say } from "@/lib/words"

/** Tells staff where no email leaves this computer, before they wait for an answer to one. Nothing in a demo. */
export async function NoMailYet() {
  if (!(await keepsEmailHere())) return null
  return (
    <Banner kind="note">
      {say(
        "Emails aren’t being sent yet: they’re kept in a folder on this computer. Before you write to groups, ask whoever runs Trellis to set EMAIL_URL.",
      )}
    </Banner>
  )
}
