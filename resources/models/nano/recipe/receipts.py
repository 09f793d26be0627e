"""The words of receipts: who sells, what was bought, what is to be paid.

Receipts are the hardest print that Nano meets and have a language of their own: registration
numbers, prices with a letter for the tax, labels with a colon that stands far away or begins the
value, items with sizes and counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from texts import Texts

COMPANY_ENDINGS = (
    "SDN BHD|SDN. BHD.|(M) SDN BHD|SDN.BHD.|S/B|LTD|LTD.|PTE LTD|INC.|CO.|CO. LTD|LLC|GMBH"
    "|& SONS|& CO|S.A.|TRADING|ENTERPRISE|MARKETING|STORE|STORES|MART|MINI MARKET|SUPERMARKET"
    "|CAFE|COFFEE|BAKERY|RESTAURANT|RESTORAN|HARDWARE|PHARMACY|BOOKS|STATIONERY|MOTOR|ELECTRICAL"
    "|HOTEL|SERVICES|HOLDINGS|GROUP|FASHION|FOOD|FRESH MARKET|"
).split("|")
STREETS = (
    "STREET|ROAD|AVENUE|LANE|DRIVE|HIGH STREET|JALAN|JLN|LORONG|PERSIARAN|LEBUH|TAMAN|KAMPUNG"
    "|BANDAR|LOT|PLAZA|SQUARE|PARK|BLOCK|TOWER|SECTION|SEKSYEN|PUSAT BANDAR|MAIN ROAD|BLVD"
).split("|")
TOWNS = (
    "KUALA LUMPUR|SHAH ALAM|PETALING JAYA|JOHOR BAHRU|GEORGE TOWN|PENANG|IPOH|MELAKA|KLANG"
    "|KAJANG|SEREMBAN|KUCHING|KUANTAN|PUCHONG|SUBANG JAYA|CYBERJAYA|RAWANG|SELANGOR|SELANGOR D.E."
    "|JOHOR|PERAK|KEDAH|SABAH|SARAWAK|PAHANG|SINGAPORE|LONDON|LEEDS|BRISTOL|DUBLIN|NEW YORK"
    "|CHICAGO|BOSTON, MA|AUSTIN, TX|SEATTLE, WA|TORONTO|SYDNEY|MELBOURNE|AUCKLAND|BERLIN|PARIS"
).split("|")
LABELS = (
    "TOTAL|SUBTOTAL|SUB TOTAL|SUB-TOTAL|CASH|CHANGE|GST|SST|QTY|AMOUNT|PRICE|ITEM|DESC|ROUNDING"
    "|ROUNDING ADJ|ROUNDING ADJUSTMENT|ROUNDED TOTAL|GRAND TOTAL|TOTAL SALES|NET TOTAL|NET AMT"
    "|TOTAL (RM)|TOTAL RM|TOTAL INCL. GST|TOTAL EXCL. GST|TOTAL SALES (INCL GST)|TOTAL TAX"
    "|TOTAL SALES (EXCLUDING TAX)|TOTAL GST|GST 6%|GST @ 6%|GST @6%|SST 10%|TAX|TAX 8%|VAT 20%"
    "|SERVICE CHARGE|SVC CHG 10%|DISCOUNT|DISC|MEMBER DISCOUNT|BALANCE|BALANCE DUE|AMOUNT DUE"
    "|PAYMENT|PAID|AMOUNT PAID|TENDERED|CASH TENDERED|CASH RECEIVED|CHANGE DUE|VISA|MASTER CARD"
    "|DEBIT CARD|CREDIT CARD|TOTAL QTY|TOTAL ITEMS|ITEM COUNT|NO. OF ITEMS|TOTAL SAVINGS|DEPOSIT"
    "|POINTS EARNED|POINTS|TIP|GRATUITY|NET|GROSS|TAXABLE|ZERO RATED|SR|ZR|STANDARD RATED"
).split("|")
NAMED = (
    "INVOICE NO|INV NO|INV NO.|INVOICE #|RECEIPT NO|RECEIPT #|BILL NO|BILL#|DOC NO.|DOC NO|SLIP NO."
    "|ORDER NO|CHECK NO|TRANS|TRANS NO|TXN|REF|REF.|REF NO|TABLE|TABLE NO|PAX|COUNTER|POS|POS NO"
    "|TERMINAL|TILL|STORE|STORE NO|BRANCH|SHIFT|CASHIER|STAFF|SERVER|SERVED BY|WAITER|SALESPERSON"
    "|SALES PERSON|USER|MEMBER|MEMBER NO|CUSTOMER|BILL TO|TERMS|DATE|TIME|DATE/TIME|PRINTED|CARD NO"
    "|APPROVAL CODE|MERCHANT ID|TID|MID|BATCH|TRACE NO|AUTH CODE|PRINTED ON|OPENED|CLOSED"
).split("|")
HEADINGS = (
    "TAX INVOICE|INVOICE|RECEIPT|CASH RECEIPT|CASH BILL|OFFICIAL RECEIPT|GUEST CHECK|CASH SALES"
    "|SIMPLIFIED TAX INVOICE|GST SUMMARY|TAX SUMMARY|TAX CODE|TAX AMT|TAX (RM)|AMT (RM)|AMOUNT (RM)"
    "|AMOUNT(RM)|U.PRICE|UNIT PRICE|U/PRICE|S/PRICE|QTY ITEM|ITEM QTY|DESCRIPTION|QTY|QTY DESC"
    "|CODE|RATE|DINE IN|*** DINE IN ***|TAKE AWAY|** COPY **|RM|USD|EUR|(RM)|(GST)|TAX|ITEM|AMOUNT"
    "|PRICE|ITEM/DESC.|NO.|UOM|DISC|TOTAL|DUPLICATE|CUSTOMER COPY|APPROVED"
).split("|")
SENTENCES = (
    "THANK YOU|THANK YOU, PLEASE COME AGAIN|THANK YOU FOR SHOPPING WITH US|PLEASE COME AGAIN"
    "|THANK YOU!|*** THANK YOU ***|HAVE A NICE DAY|WE HOPE TO SEE YOU AGAIN|GOODS SOLD ARE NOT"
    "|RETURNABLE OR REFUNDABLE|EXCHANGE WITHIN 7 DAYS WITH RECEIPT|NO CASH REFUND|NO REFUND"
    "|PLEASE KEEP THIS RECEIPT|THIS IS NOT A TAX INVOICE|PRICES INCLUDE GST WHERE APPLICABLE"
    "|ALL PRICES ARE INCLUSIVE OF TAX|TERMS AND CONDITIONS APPLY|OPENING HOURS|MON-FRI 9AM-6PM"
    "|FOR ENQUIRIES PLEASE CALL|LIKE US ON FACEBOOK|VISIT OUR WEBSITE|FREE WIFI|BUY 2 FREE 1"
).split("|")
PHONES = ["TEL", "TEL.", "FAX", "PHONE", "H/P", "TEL NO", "HOTLINE", "CALL"]
REGISTRATIONS = ["GST REG NO", "GST NO", "GST ID", "GST ID NO", "GST REG", "CO. REG NO", "REG NO",
                 "CO. NO.", "ROC NO", "VAT NO", "COMPANY NO", "SST ID"]
CURRENCIES = ["RM", "RM ", "RM", "$", "€", "£", "USD ", "S$"]
TAX_MARKS = [" SR", " ZR", " T", " S", " Z", " A", "SR", " *"]
SIZES = ["G", "KG", "ML", "L", "LTR", "S", "'S", "CM", "MM", "M", "PCS", "OZ", "X", "W", "INCH"]
UNITS = ["PCS", "PC", "EA", "KG", "UNIT", "PKT", "BOX", "SET", "X", "NOS"]


class ReceiptLines:
    """Draws the lines of receipts, in capitals; numbers, dates and words come from Texts."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.random = texts.random

    def line(self) -> list[str]:
        """Pieces that stand beside each other; a line finder cuts wide gaps, so each is a line."""
        makers = (self._company, self._address, self._sum, self._named, self._item, self._counts,
                  self._moment, self._heading, self._sentence, self._anything)
        make = self.random.choices(makers, [6, 12, 18, 14, 20, 8, 7, 8, 5, 6])[0]
        return make()

    def _word(self) -> str:
        texts = self.texts
        known = texts.dictionaries[0]
        word = self.random.choice(known) if texts.chance(0.85) else texts.dictionary_word()
        return word.upper()

    def _words(self, most: int) -> str:
        return " ".join(self._word() for _ in range(self.random.randint(1, most)))

    def _price(self) -> str:
        """Without a sign; nothing, round sums and small ones are the usual."""
        pick = self.random
        if self.texts.chance(0.12):
            return "0.00"
        whole = pick.randint(0, 10 ** pick.choice([1, 1, 2, 2, 3, 4]))
        cents = pick.choice([0, 0, 50, 90, 99, 10 * pick.randint(0, 9), pick.randint(0, 99),
                             pick.randint(0, 99)])
        mark = "," if self.texts.chance(0.05) else "."
        return f"{whole:,}{mark}{cents:02d}" if mark == "." else f"{whole}{mark}{cents:02d}"

    def _money(self) -> str:
        pick = self.random
        kind = pick.random()
        price = self._price()
        if kind < 0.60:
            return price
        if kind < 0.80:
            return pick.choice(CURRENCIES) + price
        if kind < 0.92:
            return price + pick.choice(TAX_MARKS)
        return pick.choice(["-", "@", "@ ", "(", ": "]) + price

    def _company(self) -> list[str]:
        return [f"{self._words(3)} {self.random.choice(COMPANY_ENDINGS)}".strip()]

    def _digits(self, count: int) -> str:
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def _phone(self) -> str:
        pick = self.random
        area = pick.choice(["0" + self._digits(1), "0" + self._digits(2), "+60" + self._digits(1)])
        number = pick.choice([self._digits(7), self._digits(8),
                              f"{self._digits(4)} {self._digits(4)}"])
        return f"{area}-{number}"

    def _address(self) -> list[str]:
        pick = self.random
        first, second = pick.randint(1, 999), pick.randint(1, 99)
        house = pick.choice([f"NO. {first}", f"NO.{second}", f"{first}", f"LOT {first}",
                             f"{second}-{first}", f"{pick.choice('ABCDGLPU')}-{second}-{first}"])
        street = f"{pick.choice(STREETS)} {self._word()}"
        if self.texts.chance(0.3):
            street += f" {pick.randint(1, 30)}/{second}{pick.choice(['', '', 'A', 'C'])}"
        code = self._digits(5)
        registration = f"{pick.choice(REGISTRATIONS)}{pick.choice([': ', ' : ', ' ', ':'])}"
        return [pick.choice([
            f"{house}, {street},",
            f"{house}, {street}, {self._word()},",
            f"{street},",
            f"{code} {pick.choice(TOWNS)}{pick.choice(['', '.', ','])}",
            f"{code} {self._word()}, {pick.choice(TOWNS)}.",
            f"{pick.choice(TOWNS)}, {pick.choice(TOWNS)}",
            f"{pick.choice(PHONES)}{pick.choice([': ', ' : ', ':', ' '])}{self._phone()}",
            f"TEL: {self._phone()} FAX: {self._phone()}",
            f"{registration}{self._digits(12)}",
            f"({registration}{self._digits(12)})",
            f"({self._digits(pick.randint(6, 7))}-{pick.choice('AHKMPTUVWX')})",
            f"WWW.{self._word()}.COM{pick.choice(['', '.MY', '.SG'])}",
            f"{self._word()}@{self._word()}.COM",
        ])]

    def _sum(self) -> list[str]:
        pick = self.random
        label = pick.choice(LABELS) + pick.choice(["", "", ":", " :", "  :"])
        value = self._money()
        if self.texts.chance(0.1):
            value = ": " + value
        return [label, value]

    def _named(self) -> list[str]:
        """A label and its value, in one piece or with the colon on either side of the gap."""
        pick = self.random
        texts = self.texts
        value = pick.choice([texts.code, texts.code, texts.number, texts.date, texts.clock,
                             self._word, lambda: self._digits(pick.randint(1, 12)),
                             lambda: f"{texts.date()} {texts.clock()}"])()
        label = pick.choice(NAMED)
        return pick.choice([
            [f"{label}: {value}"], [f"{label} : {value}"], [f"{label}:{value}"],
            [label, f": {value}"], [label, ":", value], [f"{label} :", value], [f"{label}:", value],
            [f"{label} {value}"],
        ])

    def _article(self) -> str:
        pick = self.random
        text = self._words(3)
        if self.texts.chance(0.35):
            size = pick.choice([pick.randint(1, 20), 50 * pick.randint(1, 20), pick.randint(1, 99)])
            text += f" {size}{pick.choice(SIZES)}"
        if self.texts.chance(0.1):
            text = pick.choice(["* ", "# ", "- ", f"{pick.randint(1, 9)} ", "(L) "]) + text
        return text

    def _item(self) -> list[str]:
        pick = self.random
        pieces = [self._article()]
        if self.texts.chance(0.3):
            pieces.insert(0, pick.choice([self.texts.code(), self._digits(13), self._digits(4)]))
        if self.texts.chance(0.6):
            pieces.append(pick.choice([str(pick.randint(1, 20)), str(pick.randint(1, 3)),
                                       f"{pick.randint(1, 9)} {pick.choice(UNITS)}"]))
        return pieces + [self._money() for _ in range(pick.choice([0, 1, 1, 2]))]

    def _counts(self) -> list[str]:
        pick = self.random
        count = str(pick.randint(1, 24))
        return pick.choice([
            [f"{count} X {self._price()}", self._money()],
            [f"{count}X{self._price()}"],
            [count, self._price(), self._price()],
            [count, f"@{self._price()}"],
            [f"{count} {pick.choice(UNITS)} @ {self._price()}"],
            [f"{pick.choice([0, 6, 6, 8, 10, 20])}%"],
            [f"{pick.choice(['SR', 'ZR', 'S', 'T'])} @ {pick.choice([0, 6, 8])}%", self._price(),
             self._price()],
            [f"{self._digits(1)}.{self._digits(3)} KG"],
            [f"({pick.choice('STAZ')})"],
        ])

    def _moment(self) -> list[str]:
        texts = self.texts
        return self.random.choice([
            [f"{texts.date()} {texts.clock()}"], [texts.date()], [texts.clock()],
            [texts.date(), texts.clock()],
        ])

    def _heading(self) -> list[str]:
        return [self.random.choice(HEADINGS) for _ in range(self.random.choice([1, 1, 3]))]

    def _sentence(self) -> list[str]:
        return [self.random.choice(SENTENCES)]

    def _anything(self) -> list[str]:
        return [self.texts.token()]
