import { FrontFrame } from "../_parts/front-frame"

/** What is kept about people, why, and what they can do about it. */
export default function Privacy() {
  return (
    <FrontFrame title="Privacy">
      <h1>Privacy</h1>
      <p>
        Your local support organisation decides what is kept here and is responsible for it. Other
        organisations that use the same installation cannot see it.
      </p>
      <h2>What is kept</h2>
      <ul>
        <li>Your name, your email address and telephone number, and what you do in which group.</li>
        <li>What you write in networks and in your group’s answers, with the date.</li>
        <li>Emails that were sent to you from here.</li>
        <li>When you signed in, and with which kind of browser.</li>
      </ul>
      <h2>Cookies</h2>
      <p>
        We only use cookies that keep you signed in, remember which group you’re acting for, let you answer
        from an emailed link and, for staff, remember whether the menu is hidden and whether single keys are
        on. Nothing follows you elsewhere, and no other company’s script runs on these pages.
      </p>
      <h2>Your rights</h2>
      <p>
        You can ask to see what is kept about you, to have it put right, or to have it removed. Write to your
        local support organisation. If you are not content with the answer, you can complain to it, and after
        that to the Information Commissioner.
      </p>
    </FrontFrame>
  )
}
