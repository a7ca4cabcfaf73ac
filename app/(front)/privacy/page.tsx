import { say } from "@/lib/words"
import { FrontFrame } from "../_parts/front-frame"

/** What is kept about people, why, and what they can do about it. */
export default function Privacy() {
  return (
    <FrontFrame title={say("Privacy")}>
      <h1>{say("Privacy")}</h1>
      <p>
        {say(
          "Your local support organisation decides what is kept here and looks after it. No other organisation here can see it.",
        )}
      </p>
      <h2>{say("What is kept")}</h2>
      <ul>
        <li>{say("Your name, your email address and telephone number, and what you do in which group.")}</li>
        <li>{say("What you write in networks and in your group’s answers, with the date.")}</li>
        <li>
          {say(
            "If you answer a consultation for yourself: your answers, and until it closes your email address. After that nobody can tell which answers are yours.",
          )}
        </li>
        <li>{say("Emails that were sent to you from here.")}</li>
        <li>{say("When you signed in, and with which kind of browser.")}</li>
      </ul>
      <h2>{say("Cookies")}</h2>
      <p>
        {say(
          "We use cookies to keep you signed in, to remember which group you’re acting for, and to let you answer from an emailed link. For staff they also remember whether the menu is hidden, which columns a list shows, and whether single keys are on. Nothing follows you elsewhere, and no other company’s script runs on these pages.",
        )}
      </p>
      <h2>{say("Your rights")}</h2>
      <p>
        {say(
          "You can ask to see what is kept about you, to have it corrected, or to have it removed. Write to your local support organisation. If you’re not happy with their answer, you can complain to them. If that doesn’t help, go to the Information Commissioner.",
        )}
      </p>
    </FrontFrame>
  )
}
