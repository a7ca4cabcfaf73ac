import { Banner } from "@/app/_ui/banner"
import { keepsEmailHere } from "@/lib/sign-in/queries"
import { sayRich } from "@/lib/words/rich"

/** Says so where no email leaves this computer, and how somebody gets in all the same. Nothing in a demo. */
export async function NoMail() {
  if (!(await keepsEmailHere())) return null
  return (
    <Banner kind="note">
      {sayRich(
        "This Trellis can’t send email yet, so no link will reach you. Whoever runs it can make one for you with <code>npx trellis sign-in-link --email YOUR-ADDRESS</code> (with the same DATA_DIR as at the start, if there was one), and should set <code2>EMAIL_URL</code2>.",
        { code: (text) => <code>{text}</code>, code2: (text) => <code>{text}</code> },
      )}
    </Banner>
  )
}
