"""Capitals that stand for their States, as in "Tehran claims, in its letter of 3 May". For matching only.

    state_of(name) -> str | None

Only capitals whose name is no State's are here, and none that is a seat of the Organization (Geneva, New York, Vienna,
Nairobi, Addis Ababa and The Hague write letters of other bodies).
"""

from __future__ import annotations

from corpus.states import fold

_ROWS = """
Afghanistan: Kabul
Albania: Tirana
Algeria: Algiers, Alger, Argel
Angola: Luanda
Argentina: Buenos Aires
Armenia: Yerevan, Erevan
Australia: Canberra
Azerbaijan: Baku, Bakou
Bahrain: Manama
Bangladesh: Dhaka
Belarus: Minsk
Bosnia and Herzegovina: Sarajevo
Burundi: Bujumbura, Gitega
Cambodia: Phnom Penh
Cameroon: Yaoundé
Canada: Ottawa
Chad: N'Djamena
Chile: Santiago
China: Beijing, Peking, Pékin
Colombia: Bogotá, Bogota
Congo: Brazzaville
Croatia: Zagreb
Cuba: Havana, La Havane, La Habana
Cyprus: Nicosia
Democratic People's Republic of Korea: Pyongyang
Democratic Republic of the Congo: Kinshasa
Ecuador: Quito
Egypt: Cairo, Le Caire, El Cairo
Eritrea: Asmara
France: Paris
Georgia: Tbilisi, Tbilissi
Greece: Athens, Athènes, Atenas
Guyana: Georgetown
Honduras: Tegucigalpa
Hungary: Budapest
India: New Delhi, Delhi
Indonesia: Jakarta
Iran (Islamic Republic of): Tehran, Teheran, Téhéran, Teherán
Iraq: Baghdad, Bagdad
Israel: Tel Aviv
Japan: Tokyo
Jordan: Amman
Kazakhstan: Astana
Kyrgyzstan: Bishkek
Lao People's Democratic Republic: Vientiane
Lebanon: Beirut, Beyrouth
Libya: Tripoli
Malaysia: Kuala Lumpur
Mali: Bamako
Mauritania: Nouakchott
Morocco: Rabat
Myanmar: Nay Pyi Taw
Nicaragua: Managua
Niger: Niamey
Nigeria: Abuja
Oman: Muscat
Pakistan: Islamabad
Peru: Lima
Philippines: Manila
Poland: Warsaw, Varsovie, Varsovia
Qatar: Doha
Republic of Korea: Seoul, Séoul, Seúl
Republic of Moldova: Chişinău, Chisinau
Romania: Bucharest
Russian Federation: Moscow, Moscou, Moscú, the Kremlin
Rwanda: Kigali
Saudi Arabia: Riyadh, Riyad
Serbia: Belgrade, Belgrado
Somalia: Mogadishu
South Africa: Pretoria
South Sudan: Juba
Spain: Madrid
Sudan: Khartoum
Syrian Arab Republic: Damascus, Damas, Damasco
Tajikistan: Dushanbe
Thailand: Bangkok
Türkiye: Ankara
Uganda: Kampala
Ukraine: Kyiv, Kiev
United Arab Emirates: Abu Dhabi
United Kingdom of Great Britain and Northern Ireland: London, Londres
United Republic of Tanzania: Dodoma
United States of America: Washington
Venezuela (Bolivarian Republic of): Caracas
Viet Nam: Hanoi
Yemen: Sana'a
Zambia: Lusaka
Zimbabwe: Harare
"""
_STATES = {
    fold(capital): state for state, _, capitals in (row.partition(":") for row in _ROWS.strip().splitlines())
    for capital in capitals.split(",")
}  # fmt: skip


def state_of(name: str) -> str | None:
    """The State whose capital that is, None for anything else."""
    return _STATES.get(fold(name))
