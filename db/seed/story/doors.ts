import type { StoryAnswer, StoryQuestion } from "./asked"

/** Closed back: what it costs to keep the doors open. Asked, represented, answered, told. */
export const DOORS = {
  title: "What does it cost you to keep the doors open?",
  about:
    "Bills have gone up for every group and for the people who come to us. The council sets its hardship budget in the new year. Tell us what you see, so that we can say it once, together, with the numbers.",
  questions: [
    {
      key: "bills",
      kind: "scale",
      title: "How worried is your group about its own energy bill this winter?",
      scale: { low: "Not worried", high: "We may have to close", steps: 5 },
      required: true,
    },
    {
      key: "cut",
      kind: "multiple",
      title: "What have you had to do because of costs?",
      options: [
        "Shorten opening hours",
        "Turn the heating down",
        "Ask people to pay",
        "Use our reserves",
        "Nothing yet",
      ],
    },
    {
      key: "meters",
      kind: "single",
      title: "How often do people come to you with no credit on their meter?",
      options: ["Every week", "Most months", "Once or twice", "Never"],
      required: true,
    },
    {
      key: "story",
      kind: "text",
      title: "What happens to them? Tell us about one time.",
      help: "No names, please. What happened, what you could do, and what you could not.",
    },
    { key: "ask", kind: "text", title: "What one thing should the council do?" },
  ] satisfies StoryQuestion[],
  answers: [
    {
      group: "Hob’s Mill Food Bank",
      day: 128,
      says: {
        bills: 4,
        cut: [1, 3],
        meters: 0,
        story:
          "A family came on a Saturday with no electricity until Monday and insulin in the fridge. The council’s hardship line closes at five on Friday. We paid £20 from our own tin, and we have done so nineteen times since September.",
        ask: "Open one hardship line for the whole district, at weekends too.",
      },
    },
    {
      group: "Alderbridge Community Pantry",
      day: 127,
      says: {
        bills: 3,
        cut: [1],
        meters: 0,
        story:
          "A father of three asked whether he could plug in his phone, because it was his only light. He had been without since Thursday. We rang four numbers and none of them answered.",
        ask: "A hardship line that answers at the weekend, and one number to ring.",
      },
    },
    {
      group: "Skelby Community Fridge",
      day: 126,
      says: {
        bills: 2,
        cut: [4],
        meters: 2,
        story:
          "Twice this winter. We are only a fridge in a porch, so all we can do is send people down to Hob’s Mill, and the bus is £4 return.",
        ask: "Let the library in Skelby hand out meter vouchers.",
      },
    },
    {
      group: "The Warm Room, Netherfold",
      day: 126,
      says: {
        bills: 5,
        cut: [1, 3],
        meters: 1,
        story:
          "A grandmother sat in the dark from Friday until Monday because she did not want to bother anybody. She is 81. She came to us on the Monday, blue with cold.",
        ask: "Pay the heating of the warm rooms directly, from October to March.",
      },
    },
    {
      group: "Alderbridge Citizens’ Help Desk",
      day: 125,
      says: {
        bills: 3,
        cut: [3],
        meters: 0,
        story:
          "We have kept count: 31 people without credit on their meter since September, 19 of them on a Friday afternoon or at a weekend, when the hardship line is closed. Eleven had children at home.",
        ask: "One hardship line for the district, open at weekends, with the power to top up a meter there and then.",
      },
    },
    {
      group: "Money Matters Moor Side",
      day: 125,
      says: {
        bills: 2,
        cut: [3],
        meters: 0,
        story:
          "We drive people to the garage in Thornclough, nine miles there and back, and pay for the top-up ourselves.",
        ask: "Vouchers that can be given out up here and not only in town.",
      },
    },
    {
      group: "Netherfold Credit Union",
      day: 124,
      says: {
        bills: 2,
        cut: [4],
        meters: 1,
        story:
          "People borrow £30 from us to top up, and pay it back at £2 a week. That should not be a loan.",
        ask: "A small grant, not a loan, for emergencies under £50.",
      },
    },
    {
      group: "Al-Noor Community Centre",
      day: 124,
      says: {
        bills: 4,
        cut: [0, 1],
        meters: 1,
        story:
          "We now close at seven and not at nine. The homework club has gone from five evenings to three, because the hall must be heated.",
        ask: "Help community buildings with insulation: our roof loses everything we put in.",
      },
    },
    {
      group: "Sikh Seva Kitchen",
      day: 123,
      says: {
        bills: 3,
        cut: [3],
        meters: 2,
        story:
          "One man came each day for a week. He had no gas to cook with, so food from the food bank was no use to him.",
        ask: "One number for everything, in the languages people speak.",
      },
    },
    {
      group: "Welcome Aldervale",
      day: 122,
      says: {
        bills: 1,
        cut: [4],
        meters: 0,
        story:
          "Our members do not know that the hardship line exists. When they find it, it is a menu of nine choices in English.",
        ask: "An interpreter on the hardship line.",
      },
    },
    {
      group: "Hob’s Mill Baby Bank",
      day: 122,
      says: {
        bills: 2,
        cut: [0],
        meters: 1,
        story:
          "A mother asked for extra blankets instead of a cot, because the baby slept with her to keep warm.",
        ask: "Treat homes with a baby as an emergency, whatever the day.",
      },
    },
    {
      group: "St Oswin’s and St Bride’s",
      day: 121,
      says: {
        bills: 4,
        cut: [1, 3],
        meters: 2,
        story:
          "The hall’s bill has gone from £3,900 to £9,400. Thirty groups use it and most cannot pay more.",
        ask: "Business-rate relief passed on to halls, and help with insulation.",
      },
    },
    {
      group: "Skelby Methodist Chapel",
      day: 121,
      says: {
        bills: 3,
        cut: [0, 1],
        meters: 3,
        ask: "Fund the warm spaces directly and early: last year’s money came in February.",
      },
    },
    {
      group: "Community Wheels",
      day: 120,
      says: {
        bills: 2,
        cut: [2],
        meters: 3,
        ask: "Nothing about meters, but diesel: a fuel grant for volunteer drivers.",
      },
    },
    {
      group: "Netherfold Village Hall",
      day: 119,
      says: {
        bills: 5,
        cut: [1, 2, 3],
        meters: 3,
        story:
          "We have put the hire up by a third and lost two groups for it. Our reserves will last until May.",
        ask: "Help with insulation for village halls.",
      },
    },
    {
      group: "Carers Together Aldervale",
      day: 118,
      says: {
        bills: 2,
        cut: [4],
        meters: 1,
        story: "A carer with an oxygen concentrator at home was told to ring back on Monday.",
        ask: "People with medical equipment must be put first, at weekends too.",
      },
    },
    {
      group: "Mind the Gap Peer Support",
      day: 118,
      says: {
        bills: 3,
        cut: [0],
        meters: 1,
        ask: "A hardship line that answers in the evening, when people are most afraid.",
      },
    },
  ] satisfies StoryAnswer[],
  codes: ["Weekend and evening gap", "Warm spaces", "Cold buildings", "Reaching people"],
  /** Which words of whose answer are evidence, under which code, for which ask (by number). */
  passages: [
    {
      group: "Hob’s Mill Food Bank",
      question: "story",
      quote:
        "A family came on a Saturday with no electricity until Monday and insulin in the fridge. The council’s hardship line closes at five on Friday.",
      code: 0,
      ask: 0,
    },
    {
      group: "Alderbridge Citizens’ Help Desk",
      question: "story",
      quote:
        "31 people without credit on their meter since September, 19 of them on a Friday afternoon or at a weekend, when the hardship line is closed.",
      code: 0,
      ask: 0,
    },
    {
      group: "Alderbridge Community Pantry",
      question: "story",
      quote: "We rang four numbers and none of them answered.",
      code: 0,
      ask: 0,
    },
    {
      group: "Carers Together Aldervale",
      question: "story",
      quote: "A carer with an oxygen concentrator at home was told to ring back on Monday.",
      code: 0,
      ask: 0,
    },
    {
      group: "The Warm Room, Netherfold",
      question: "story",
      quote:
        "A grandmother sat in the dark from Friday until Monday because she did not want to bother anybody.",
      code: 1,
      ask: 1,
    },
    {
      group: "Skelby Methodist Chapel",
      question: "ask",
      quote: "Fund the warm spaces directly and early: last year’s money came in February.",
      code: 1,
      ask: 1,
    },
    {
      group: "Netherfold Village Hall",
      question: "story",
      quote:
        "We have put the hire up by a third and lost two groups for it. Our reserves will last until May.",
      code: 2,
      ask: 2,
    },
    {
      group: "Al-Noor Community Centre",
      question: "ask",
      quote: "Help community buildings with insulation: our roof loses everything we put in.",
      code: 2,
      ask: 2,
    },
    {
      group: "St Oswin’s and St Bride’s",
      question: "story",
      quote: "The hall’s bill has gone from £3,900 to £9,400. Thirty groups use it and most cannot pay more.",
      code: 2,
      ask: 2,
    },
    {
      group: "Welcome Aldervale",
      question: "story",
      quote:
        "Our members do not know that the hardship line exists. When they find it, it is a menu of nine choices in English.",
      code: 3,
      ask: 0,
    },
  ],
  representation: {
    title: "Keeping the doors open: what Aldervale’s groups ask for this winter",
    addressee: "Cabinet member for communities",
    introduction:
      "Seventeen groups that feed, warm and advise people in Aldervale told us what this winter costs them and those who come to them. Three things would change most. Every one of them can be done within the hardship budget that the council sets in January.",
    asks: [
      {
        text: "Open one hardship line for the whole district, at weekends and until eight in the evening.",
        why: "Nineteen of the 31 emergencies that the Help Desk counted fell when the line was closed.",
        reply: "accepted",
        replyText:
          "The line will open on Saturdays and Sundays from ten to six from 1 November, on one number, with interpreters. Evenings will be looked at in the spring.",
        outcome: "The line opened on 7 November. It took 63 calls in its first two weekends.",
      },
      {
        text: "Pay the heating of warm spaces directly, and before the winter starts.",
        why: "Last year’s money arrived in February.",
        reply: "partly",
        replyText:
          "A fund of £18,000 is agreed for eight warm spaces. It will be paid in two halves, in October and in January.",
        outcome: "Six warm spaces had their first half by the end of October.",
      },
      {
        text: "Set up a fund for insulating halls and community buildings.",
        why: "Halls told us of bills that have more than doubled.",
        reply: "rejected",
        replyText:
          "There is no capital for this in the present budget. We will put groups in touch with the regional energy adviser.",
        outcome: "The CVS has booked the adviser for five halls in January.",
      },
    ],
    outcome:
      "The weekend line is open and warm spaces were paid before the winter. There is no money for insulation yet; five halls get an adviser instead.",
  },
} as const
