import { say } from "@/lib/words"
import { FrontFrame } from "../_parts/front-frame"

/** What is kept about people, why, and what they can do about it. */
export default function Privacy() {
  return (
    <FrontFrame title={say("Privacy")}>
      <h1>{say("Privacy")}</h1>
      <p>
        {say(
          "Your local support organisation decides what is kept here and is responsible for it. Other organisations that use the same installation cannot see it.",
        )}
      </p>
      <h2>{say("What is kept")}</h2>
      <ul>
        <li>{say("Your name, your email address and telephone number, and what you do in which group.")}</li>
        <li>{say("What you write in networks and in your group’s answers, with the date.")}</li>
        <li>{say("Emails that were sent to you from here.")}</li>
        <li>{say("When you signed in, and with which kind of browser.")}</li>
      </ul>
      <h2>{say("Cookies")}</h2>
      <p>
        {say(
          "We only use cookies that keep you signed in, remember which group you’re acting for, let you answer from an emailed link and, for staff, remember whether the menu is hidden and whether single keys are on. Nothing follows you elsewhere, and no other company’s script runs on these pages.",
        )}
      </p>
      <h2>{say("Your rights")}</h2>
      <p>
        {say(
          "You can ask to see what is kept about you, to have it put right, or to have it removed. Write to your local support organisation. If you are not content with the answer, you can complain to it, and after that to the Information Commissioner.",
        )}
      </p>
    </FrontFrame>
  )
}
