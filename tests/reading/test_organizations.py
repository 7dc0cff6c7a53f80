"""Bodies: their names, their canonical form, their state; later short forms; what is no body."""

import pytest

from archive.reading.entities.finding import phrases
from archive.reading.entities.organizations.acronyms import first_of
from archive.reading.entities.organizations.canonical import canonical
from archive.reading.facts import Organization
from archive.reading.segments import segment
from archive.values import OrganizationKind as Kind


def bodies(text: str) -> dict[str, Organization]:
    return {body.name: body for body in phrases(segment(text)).organizations}


@pytest.mark.parametrize(
    ("text", "name", "form", "kind", "country"),
    [
        ("It went to the Supreme Court of Chile.", "Supreme Court of Chile", "Supreme Court", Kind.COURT, "CL"),
        (
            "It went to the Police Department of East Kazakhstan Region.",
            "Police Department of East Kazakhstan Region",
            "Police Department of East Kazakhstan Region",
            Kind.POLICE,
            "KZ",
        ),
        (
            "It went to the Customs Directorate of Osh Oblast.",
            "Customs Directorate of Osh Oblast",
            "Customs Directorate of Osh Oblast",
            Kind.AGENCY,
            None,
        ),
        (
            "It went to the General Department of Federal Criminal Police.",
            "General Department of Federal Criminal Police",
            "General Department of Federal Criminal Police",
            Kind.POLICE,
            None,
        ),
        (
            "It went to the Ministry of Foreign and CARICOM Affairs.",
            "Ministry of Foreign and CARICOM Affairs",
            "Ministry of Foreign and CARICOM Affairs",
            Kind.MINISTRY,
            None,
        ),
        ("It went to FIU Latvia in May.", "FIU Latvia", "FIU", Kind.AGENCY, "LV"),
        (
            "It went to the Chilean Ministry of Justice and Human Rights.",
            "Chilean Ministry of Justice and Human Rights",
            "Ministry of Justice and Human Rights",
            Kind.MINISTRY,
            "CL",
        ),
        (
            "It went to Kenya’s Prosecutor General’s Office.",
            "Prosecutor General’s Office",
            "Prosecutor General's Office",
            Kind.PROSECUTION,
            "KE",
        ),
        (
            "It went to the Office of the Prosecutor General of Angola.",
            "Office of the Prosecutor General of Angola",
            "Prosecutor General's Office",
            Kind.PROSECUTION,
            "AO",
        ),
        (
            "It went to the Committee on Legal Statistics and Special Accounts.",
            "Committee on Legal Statistics and Special Accounts",
            "Committee on Legal Statistics and Special Accounts",
            Kind.AGENCY,
            None,
        ),
        (
            "It went to the Supreme People’s Procuracy of Viet Nam.",
            "Supreme People’s Procuracy of Viet Nam",
            "Supreme People's Procuracy",
            Kind.PROSECUTION,
            "VN",
        ),
        (
            "It went to the Osaka High Public Prosecutors Office.",
            "Osaka High Public Prosecutors Office",
            "Osaka High Public Prosecutors Office",
            Kind.PROSECUTION,
            "JP",
        ),
        (
            "It went to the Fiscalía General de la Nación of Colombia.",
            "Fiscalía General de la Nación",
            "Fiscalía General de la Nación",
            Kind.PROSECUTION,
            "CO",
        ),
        ("It went to the Polícia Judiciária at once.", "Polícia Judiciária", "Polícia Judiciária", Kind.POLICE, None),
        (
            "It went to the Group of Experts on Action against Trafficking in Human Beings.",
            "Group of Experts on Action against Trafficking in Human Beings",
            "Group of Experts on Action against Trafficking in Human Beings",
            Kind.OTHER,
            None,
        ),
        (
            "Armed Police Force (APF) officers came in May.",
            "Armed Police Force",
            "Armed Police Force",
            Kind.POLICE,
            None,
        ),
        (
            "Talks with National Public Safety Commission Chairman Ana Soto took place.",
            "National Public Safety Commission",
            "National Public Safety Commission",
            Kind.AGENCY,
            None,
        ),
        ("The Canadian Justice Department came.", "Justice Department", "Justice Department", Kind.MINISTRY, "CA"),
        ("The Justice Department came.", "Justice Department", "Justice Department", Kind.MINISTRY, "US"),
        ("It was reported by the news agency Armenpress.", "Armenpress", "Armenpress", Kind.MEDIA, None),
        (
            "It was consigned to a shell company, Panama Star Trading.",
            "Panama Star Trading",
            "Panama Star Trading",
            Kind.COMPANY,
            None,
        ),
        ("It was seized on the Zorbex crypto exchange.", "Zorbex", "Zorbex", Kind.COMPANY, None),
        ("It was sold to Wanbao Mining Ltd. in May.", "Wanbao Mining Ltd.", "Wanbao Mining Ltd.", Kind.COMPANY, None),
        (
            "It was led by the President of the Bundeskartellamt, they said.",
            "Bundeskartellamt",
            "Bundeskartellamt",
            Kind.AGENCY,
            None,
        ),
        ("It was led by ZBI Director Ana Soto.", "ZBI", "ZBI", Kind.AGENCY, None),
        (
            "It went to the UN special committee.",
            "UN special committee",
            "UN special committee",
            Kind.INTERNATIONAL,
            None,
        ),
        (
            "It went to the Food and Agriculture Organization.",
            "Food and Agriculture Organization",
            "Food and Agriculture Organization",
            Kind.INTERNATIONAL,
            None,
        ),
    ],
)
def test_a_name_gives_its_body(text: str, name: str, form: str, kind: Kind, country: str | None) -> None:
    found = bodies(text)
    assert name in found
    body = found[name]
    assert (body.canonical, body.kind, body.country) == (form, kind, country)


@pytest.mark.parametrize(
    "text",
    [
        "They discussed the Working Arrangement (WA) and the Treaty on Mutual Legal Assistance.",
        "The Federal Advisory Committee Act was quoted.",
        "Times of crisis need courts that act.",
        "The national financial intelligence agency told him.",
        "On 9 May the Victory Monument was visited.",
        "The Tenth Review Conference is near.",
        "He is the best in his class; the post was late.",
    ],
)
def test_what_is_no_body_is_none(text: str) -> None:
    assert bodies(text) == {}


@pytest.mark.parametrize(
    ("name", "country", "form"),
    [
        ("Russian Prosecutor General's Office", "RU", "Prosecutor General's Office"),
        ("Prosecutor General's Office of the Russian Federation", "RU", "Prosecutor General's Office"),
        ("Office of the Attorney General of Belize", "BZ", "Attorney General's Office"),
        ("Federal Public Ministry (MPF) of Brazil", "BR", "Federal Public Ministry"),
        ("Bank of Georgia", "GE", "Bank of Georgia"),
    ],
)
def test_the_canonical_form_has_no_state(name: str, country: str, form: str) -> None:
    assert canonical(name, country) == form


def test_several_names_of_one_body_are_one() -> None:
    text = (
        "The Prosecutor General’s Office of Russia wrote. The Russian Prosecutor General’s Office waited. "
        "The Office of the Prosecutor General of the Russian Federation signed."
    )
    (body,) = bodies(text).values()
    assert body.country == "RU"
    assert len(body.mentions) == 3


def test_an_acronym_in_brackets_stands_for_its_body_later() -> None:
    text = "The Federal Public Ministry (FPM) of Brazil agreed. The FPM will sign."
    (body,) = bodies(text).values()
    assert body.acronym == "FPM"
    assert [mention.span.of(text) for mention in body.mentions] == ["Federal Public Ministry", "FPM", "FPM"]


def test_a_short_form_means_the_one_body_of_its_head() -> None:
    text = "The Ministry of Justice of Chile wrote to the Criminal Assets Bureau. The Bureau answered the Ministry."
    found = bodies(text)
    assert "Bureau" in found["Criminal Assets Bureau"].aliases
    assert "Ministry" in found["Ministry of Justice of Chile"].aliases


def test_a_short_form_that_two_bodies_share_means_none() -> None:
    text = "The Ministry of Justice of Chile wrote to the Ministry of Health of Peru. The Ministry answered."
    assert all("Ministry" not in body.aliases for body in bodies(text).values())


def test_a_joint_body_has_its_members() -> None:
    text = "The Joint Collegium of the Prosecutor Generals’ Offices of Chile and Peru met. The Joint Collegium signed."
    found = bodies(text)
    joint = found["Joint Collegium of the Prosecutor Generals’ Offices of Chile and Peru"]
    assert joint.kind is Kind.JOINT
    assert {membership.organization.country for membership in joint.members} == {"CL", "PE"}
    assert "Joint Collegium" in joint.aliases


def test_an_organ_belongs_to_its_body() -> None:
    (college,) = [body for body in bodies("The College of Eurojust met.").values() if body.name.startswith("College")]
    assert college.part_of is not None
    assert college.part_of.name == "Eurojust"


def test_a_body_of_the_vocabulary_is_known_by_every_name() -> None:
    from archive.reading.vocabulary import load

    for entry in load("organizations")["known"]["bodies"]:
        for form in (entry["name"], *entry.get("short", ())):
            found = phrases(segment(f"They wrote to {form} about it.")).organizations
            assert [body.canonical for body in found] == [entry["name"]], form


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It went to the Tactical Response Squad (TRS).", "Tactical Response Squad"),
        ("Thanks went to the NGO «House of Salt».", "House of Salt"),
        ("In an interview to LURTAG, the judge called it short.", "LURTAG"),
        ("The Ministry of Justice and Public Security, Haiti, wrote.", "Ministry of Justice and Public Security"),
        ("She heads the Network of Law Enforcement Authorities.", "Network of Law Enforcement Authorities"),
        ("An official source at the Public Prosecution denied it.", "Public Prosecution"),
        ("It was signed by Chief Prosecutor of DITOC Oana Mur.", "DITOC"),
        ("LURTA, 3 May 2022 (Kumula) – The judge spoke.", "Kumula"),
    ],
)
def test_what_stands_beside_a_name_says_that_it_is_a_body(text: str, name: str) -> None:
    assert name in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "They signed the Mutual Legal Assistance Treaty (MLAT).",
        "They use the Automated Print System (APS).",
        "It was signed by the Chief Prosecutor of Chile.",
    ],
)
def test_what_is_spelt_by_an_acronym_need_not_be_a_body(text: str) -> None:
    assert not bodies(text)


def test_initials_that_one_name_has_stand_for_it() -> None:
    found = bodies("The Vanuatu Police Force came. VPF Deputy Commissioner Jenny Tari spoke.")
    assert list(found) == ["Vanuatu Police Force"]


def test_a_body_of_the_house_is_not_the_one_of_another_state_that_stands_beside_it() -> None:
    text = "It was held by the Office of the Prosecutor General with the Prosecutor General’s Office of Lithuania."
    assert len(bodies(text)) == 2


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "National Assembly Chairman Do Van Thinh received Lao Minister of Justice Bouaphan Sisoulath. "
            "He conveyed his regards to the Lao National Assembly.",
            {"National Assembly", "Lao National Assembly"},
        ),
        (
            "The National Assembly received Minister Bouaphan Sisoulath. He is of the Lao National Assembly.",
            {"Lao National Assembly"},
        ),
    ],
)
def test_a_body_that_receives_people_of_a_state_is_not_the_one_of_that_state(words: str, names: set[str]) -> None:
    assert set(bodies(words)) == names


def test_a_name_in_quotation_marks_after_a_body_is_no_person() -> None:
    found = phrases(segment("She heads the Academy for Judges and Public Prosecutors “Pavel Soto” in Skopje."))
    assert not found.persons
    assert [body.name for body in found.organizations] == ["Academy for Judges and Public Prosecutors"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She studied at the Academy of Law Enforcement Agencies in May.", "Academy of Law Enforcement Agencies"),
        (
            "The Coordinating Council of Courts of the CIS Member States met.",
            "Coordinating Council of Courts of the CIS Member States",
        ),
        ("The Secretariat General of the GCC agreed.", "Secretariat General of the GCC"),
        ("It was sent by Bank Omega and Lurta Bank.", "Lurta Bank"),
    ],
)
def test_a_name_is_neither_cut_nor_joined_to_its_neighbour(text: str, name: str) -> None:
    assert name in bodies(text)


def test_law_enforcement_agencies_in_general_are_no_body() -> None:
    assert not bodies("They thanked the Law Enforcement Agencies for their work.")


@pytest.mark.parametrize("text", ["The Lurta-based company paid.", "An MS-13 leader was held."])
def test_what_only_qualifies_a_noun_is_no_body(text: str) -> None:
    assert not bodies(text)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "It was set at the Annual Conference of the Africa Prosecutors Association (APA).",
            "Africa Prosecutors Association",
            None,
        ),
        (
            "She visited the Centre of Excellence for Border Guard Units (CoEBGU) twice.",
            "Centre of Excellence for Border Guard Units",
            None,
        ),
        (
            "It went to the Kenyan National Police Women and Children Protection Unit (NP-WCPU) at once.",
            "Kenyan National Police Women and Children Protection Unit",
            "KE",
        ),
        (
            "It went to the Office of the Supreme People’s Prosecutor (OSPP) of Laos.",
            "Office of the Supreme People’s Prosecutor",
            "LA",
        ),
        ("It went to the UN Commission of Inquiry (COI).", "UN Commission of Inquiry", None),
    ],
)
def test_an_acronym_tells_where_a_name_begins_and_ends(text: str, name: str, country: str | None) -> None:
    assert {body.name: body.country for body in bodies(text).values()} == {name: country}


def test_an_acronym_alone_makes_no_body() -> None:
    assert bodies("A Memorandum of Understanding (MoU) and Mutual Legal Assistance (MLA) were discussed.") == {}


@pytest.mark.parametrize(
    ("name", "acronym", "first"),
    [
        ("Ministry of Justice", "MoJ", "Ministry"),
        ("Annual Meeting of the Inter-Agency Council Against Trafficking", "IACAT", "Inter-Agency"),
        ("Royal Naif University for Security Sciences", "NUSS", "Naif"),
        ("National Anti-Drug Secretariat", "Senad", None),
        ("Green Bank of Georgia", "GBG", "Green"),
    ],
)
def test_words_spell_an_acronym_by_their_initials(name: str, acronym: str, first: str | None) -> None:
    words = name.split()
    start = first_of(words, acronym)
    assert (words[start] if start is not None else None) == first


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("It went to the Inter-American Court of Trade.", "Inter-American Court of Trade", None),
        ("It went to the High Judicial and Prosecutorial Council.", "High Judicial and Prosecutorial Council", None),
        ("It went to the Institute for Security Sciences today.", "Institute for Security Sciences", None),
        ("It went to the National Audit Bureau of Chile (NABC).", "National Audit Bureau of Chile", "CL"),
        ("It went to the Department of Justice Canada, they said.", "Department of Justice Canada", "CA"),
        ("It went to Transparency International Kenya (TIK).", "Transparency International Kenya", "KE"),
        ("It was paid to Banco del Sur S.A. in May.", "Banco del Sur S.A.", None),
        (
            "It went to the Prosecutor’s Office attached to the Supreme Court of Chile.",
            "Prosecutor’s Office attached to the Supreme Court of Chile",
            "CL",
        ),
    ],
)
def test_a_name_is_read_to_its_end(text: str, name: str, country: str | None) -> None:
    assert bodies(text)[name].country == country


def test_a_body_that_owns_a_unit_is_no_part_of_its_name() -> None:
    assert set(bodies("It went to the Home Office’s Fraud Unit.")) == {"Home Office", "Fraud Unit"}


def test_a_court_in_a_city_is_not_attached_to() -> None:
    assert "Supreme Court of Chile" in bodies("A judge listened at the Supreme Court of Chile.")


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("She works at the Embassy of Senegal in Rome, he said.", "Embassy of Senegal in Rome", "SN"),
        ("She works at the Peruvian Embassy in Qatar.", "Peruvian Embassy in Qatar", "PE"),
        ("They toured the Milo la Tewa Law Courts in May.", "Milo la Tewa Law Courts", None),
        ("It went to the Fiscal and Fraud Section.", "Fiscal and Fraud Section", None),
        (
            "The Undersecretary of the Ministry of Justice Sultan bin Rashid Al Sowaidi came.",
            "Ministry of Justice",
            None,
        ),
        (
            "They spoke of the Army Command for the Protection of Forestry, Environment and Agri-food (CUFA), too.",
            "Army Command for the Protection of Forestry, Environment and Agri-food",
            None,
        ),
    ],
)
def test_a_name_is_neither_cut_short_nor_run_together(text: str, name: str, country: str | None) -> None:
    assert {body.name: body.country for body in bodies(text).values()} == {name: country}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rests on the United Nations Convention against Corruption.", []),
        ("It rests on the Federal Act on the Division of Forfeited Assets.", []),
        ("He met the Undersecretary of the Public Prosecution for International Cooperation.", ["Public Prosecution"]),
        ("It went to the Federal Department of Justice and Police.", ["Federal Department of Justice and Police"]),
        ("They praised the Senegalese Customs at once.", ["Senegalese Customs"]),
        ("The sum was taken from PT Cahaya Lestari in May.", ["PT Cahaya Lestari"]),
        ("It was sold by LLC “Romashka” in May.", ["LLC “Romashka”"]),
        ("He spoke of the Special Unit against Crime of the Peruvian institution.", ["Special Unit against Crime"]),
        ("The Cabinet met on Monday.", ["Cabinet"]),
        ("He bought a cabinet. Cabinet makers cheered.", []),
        (
            "She heads the School of the National Gendarmerie of Senegal.",
            ["National Gendarmerie of Senegal", "School of the National Gendarmerie of Senegal"],
        ),
        ("The AA News Broadcasting System is new.", []),
        ("Financial Intelligence Unit officers came.", ["Financial Intelligence Unit"]),
        ("The Rural, Coastal & Inland Fisheries Office paid.", ["Rural, Coastal & Inland Fisheries Office"]),
        ("The Peru-Chile Joint Committee on Trade met.", ["Peru-Chile Joint Committee on Trade"]),
        ("It went to the Bundesamt für Statistik today.", ["Bundesamt für Statistik"]),
        ("Ana Soto is Head of International Cooperation Division.", ["International Cooperation Division"]),
        ("It was praised by Chile's Judiciary today.", ["Judiciary"]),
        ("He told Parliament so. Parliament House is old.", ["Parliament"]),
        ("The Kenyan AG came by boat.", []),
        (
            "The Ministries of Justice and Foreign Affairs of Peru signed it.",
            ["Ministry of Foreign Affairs of Peru", "Ministry of Justice of Peru"],
        ),
        ("The Government and Supreme Court of Peru agreed.", ["Supreme Court of Peru"]),
        ("The U.S.-Japan Alliance is strong.", []),
        ("The page of the U.S. Embassy Lithuania, they said.", ["U.S. Embassy Lithuania"]),
        ("She came from the Prince Karim II University today.", ["Prince Karim II University"]),
        ("The Independence of the Prosecutors' Offices was praised.", []),
        ("It went to the People's Court of Zaltar province today.", ["People's Court of Zaltar province"]),
        (
            "It went to the Prosecution Office Zaltar (Staatsanwaltschaft Zaltar), they said.",
            ["Prosecution Office Zaltar"],
        ),
        (
            "She leads the Academy of Justice under the Supreme Court of Peru.",
            ["Academy of Justice under the Supreme Court of Peru", "Supreme Court of Peru"],
        ),
        (
            "He thanked the UNODC Regional Office for Central Asia and the Caucasus.",
            ["UNODC Regional Office for Central Asia and the Caucasus"],
        ),
    ],
)
def test_the_bodies_of_a_sentence_are_these(text: str, names: list[str]) -> None:
    assert sorted(bodies(text)) == names


def test_an_acronym_in_the_date_line_is_the_agency_that_the_text_names_in_full() -> None:
    text = "They met\n\nDoha, November 08 (QNA) - They met.\n\nHe told Qatar News Agency (QNA) so."
    assert list(bodies(text)) == ["Qatar News Agency"]


@pytest.mark.parametrize(
    "name",
    [
        "International Harbour Finance Corporation",
        "Prevention of Corruption Bureau",
        "Federal Aviation Administration",
        "Department of the Treasury",
        "Department of Customs and Excise",
        "Special Tribunal for Lebanon",
        "Public Prosecutor's Office Vienna",
        "Agency of the Republic of Kazakhstan for Financial Monitoring",
        "Association of Caribbean Commissioners of Police",
        "Ministry of Foreign Affairs and Worship",
        "OSCE Programme Office in Dushanbe",
        "National Endowment for Democracy",
        "Financial Services and Markets Authority",
        "Agency for Civil Service Affairs",
        "Regional Office for Asia and the Pacific",
        "Supreme Court of Appeals",
        "Training Centre of the Coast Guard Academy",
    ],
)
def test_the_whole_name_is_read(name: str) -> None:
    assert name in bodies(f"They praised the {name} on Monday.")


def test_an_acronym_that_leaves_the_first_word_out_does_not_cut_it_off() -> None:
    assert list(bodies("It went to the International Harbour Finance Corporation (HFC).")) == [
        "International Harbour Finance Corporation"
    ]


def test_a_name_goes_on_behind_its_acronym() -> None:
    assert list(bodies("It went to the Joint Working Group (JWG) on Counter Terrorism.")) == [
        "Joint Working Group on Counter Terrorism"
    ]


def test_an_acronym_with_a_state_is_a_body_of_it() -> None:
    (body,) = bodies("They wrote to the FIU of Estonia. The CEO of Estonia was not asked.").values()
    assert (body.name, body.country) == ("FIU", "EE")


def test_a_tribunal_for_a_state_is_none_of_its_courts() -> None:
    assert [body.country for body in bodies("It went to the Special Tribunal for Lebanon.").values()] == [None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Ministry of Justice of Chile wrote. The Justice Ministry waited.", ["Ministry of Justice of Chile"]),
        (
            "Ukraine's Ministry of Internal Affairs wrote. The interior ministry waited.",
            ["Ministry of Internal Affairs"],
        ),
        (
            "The UN Office on Drugs and Crime wrote. The United Nations Office on Drugs and Crime waited.",
            ["United Nations Office on Drugs and Crime"],
        ),
        (
            "The Public Prosecution Service of Peru wrote. The Peruvian Prosecution Service waited.",
            ["Public Prosecution Service of Peru"],
        ),
        (
            "The Ministry of Justice of Chile and the Ministry of Finance of Chile met. The Health Ministry waited.",
            ["Ministry of Justice of Chile", "Ministry of Finance of Chile", "Health Ministry"],
        ),
    ],
)
def test_one_body_by_two_turns_of_words_is_one(text: str, names: list[str]) -> None:
    assert list(bodies(text)) == names


def test_a_joint_body_by_its_short_name_is_the_one_that_the_text_names_in_full() -> None:
    text = (
        "The second meeting of the India-Mauritius Joint Working Group on Counter Terrorism was held. "
        "The Joint Working Group will meet again."
    )
    assert list(bodies(text)) == ["India-Mauritius Joint Working Group on Counter Terrorism"]


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Agency Hosts Environmental Crime Unit", ["Environmental Crime Unit"]),
        ("Minister Opens New Financial Intelligence Unit in Suva", ["Financial Intelligence Unit"]),
        ("EMBASSY OF JAPAN IN MONGOLIA", ["EMBASSY OF JAPAN IN MONGOLIA"]),
    ],
)
def test_a_headline_gives_whole_names(headline: str, names: list[str]) -> None:
    assert sorted(bodies(f"{headline}\n\nThe day was long, and all of them were glad of it.\n")) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was sent to the Skatteverket and to Rabobank.", {"Skatteverket", "Rabobank"}),
        ("It was sent to Ana Fairbank and Mr Burbank.", set()),
        (
            "They met the Polish and Czech Ministries of Justice.",
            {"Polish Ministry of Justice", "Czech Ministry of Justice"},
        ),
        ("It went to the Court of Appeal of the Northern Zaltar.", {"Court of Appeal of the Northern Zaltar"}),
        ("It went to the Anti-Zaltar Command in May.", {"Anti-Zaltar Command"}),
        ("It went to the Minister of Police of the Kingdom of Tonga in May.", set()),
        ("Ethiopian Federal Police Commissioner Ana Soto came.", {"Ethiopian Federal Police"}),
        ("KENYA'S Attorney General came.", set()),
        ("It went to the Chief Directorate of Border Police of Peru.", {"Chief Directorate of Border Police of Peru"}),
        ("He leads the National Asset Seizure Programme (ZOLKABI) in May.", {"National Asset Seizure Programme"}),
        ("They came to the Special Meeting of Attorneys General (ZOLKABI) in May.", set()),
    ],
)
def test_names_of_other_languages_of_several_states_and_of_regions(text: str, names: set[str]) -> None:
    assert set(bodies(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Lima Bar and the Chilean Bar met.", ["Lima Bar", "Chilean Bar"]),
        ("He thanked the Bar of Peru.", ["Bar of Peru"]),
        ("They went from Kotor to Bar and met in Bar, Montenegro.", []),
        ("She was called to the Bar in Lima.", []),
    ],
    ids=["of a city and a state", "behind it", "the city", "the profession"],
)
def test_a_bar_is_a_body_where_a_city_or_state_stands_with_it(text: str, names: list[str]) -> None:
    assert list(bodies(text)) == names
