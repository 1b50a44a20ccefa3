"""Names the Organization has used for States and observers, for matching only, never for display.

Each line: the short name now in use, then other names (former and long forms), then adjectives, then French and Spanish
forms where they differ; parts are set apart by `=`, `~`, `|`. Source: the Organization's terminology database (UNTERM)
and its list of Member States with notes on changes of name. A predecessor that is another subject of law is not here:
the Union of Soviet Socialist Republics, Yugoslavia and Czechoslovakia stay themselves, in rows of their own at the end.
"""

from __future__ import annotations

ROWS = """
Afghanistan ~Afghan
Albania ~Albanian |Albanie
Algeria ~Algerian |Algérie,Argelia
Andorra ~Andorran |Andorre
Angola ~Angolan
Antigua and Barbuda
Argentina =Argentine Republic ~Argentine |Argentine
Armenia =Republic of Armenia ~Armenian |Arménie
Australia ~Australian |Australie
Austria ~Austrian |Autriche
Azerbaijan ~Azerbaijani |Azerbaïdjan,Azerbaiyán
Bahamas ~Bahamian
Bahrain ~Bahraini |Bahreïn,Bahrein
Bangladesh ~Bangladeshi
Barbados ~Barbadian |Barbade
Belarus =Byelorussian SSR ~Belarusian |Bélarus,Belarús
Belgium ~Belgian |Belgique,Bélgica
Belize ~Belizean |Belice
Benin =Dahomey ~Beninese |Bénin
Bhutan ~Bhutanese |Bhoutan,Bhután
Bolivia (Plurinational State of) =Bolivia,Plurinational State of Bolivia ~Bolivian |Bolivie,Bolivia (Estado Plurinacional de),Estado Plurinacional de Bolivia,Bolivie (État plurinational de),État plurinational de Bolivie
Bosnia and Herzegovina ~Bosnian |Bosnie-Herzégovine
Botswana
Brazil ~Brazilian |Brésil,Brasil
Brunei Darussalam =Brunei
Bulgaria ~Bulgarian |Bulgarie
Burkina Faso =Upper Volta
Burundi ~Burundian
Cabo Verde =Cape Verde
Cambodia =Kampuchea,Democratic Kampuchea ~Cambodian |Cambodge,Camboya
Cameroon ~Cameroonian |Cameroun,Camerún
Canada ~Canadian |Canadá
Central African Republic |République centrafricaine,República Centroafricana
Chad ~Chadian |Tchad
Chile ~Chilean |Chili
China =People's Republic of China ~Chinese |Chine
Colombia ~Colombian |Colombie
Comoros ~Comorian |Comores
Congo =Republic of the Congo ~Congolese
Costa Rica ~Costa Rican
Côte d'Ivoire =Ivory Coast ~Ivorian
Croatia ~Croatian |Croatie,Croacia
Cuba ~Cuban
Cyprus ~Cypriot,Greek Cypriot |Chypre,Chipre
Czechia =Czech Republic ~Czech |Tchéquie,Chequia,République tchèque
Democratic People's Republic of Korea =DPRK,North Korea |République populaire démocratique de Corée,República Popular Democrática de Corea
Democratic Republic of the Congo =Zaire,DRC ~Congolese |République démocratique du Congo,República Democrática del Congo
Denmark ~Danish |Danemark,Dinamarca
Djibouti ~Djiboutian
Dominica
Dominican Republic |République dominicaine,República Dominicana
Ecuador ~Ecuadorian |Équateur
Egypt =Arab Republic of Egypt ~Egyptian |Égypte,Egipto
El Salvador ~Salvadoran
Equatorial Guinea |Guinée équatoriale,Guinea Ecuatorial
Eritrea ~Eritrean |Érythrée
Estonia ~Estonian |Estonie
Eswatini =Swaziland
Ethiopia ~Ethiopian |Éthiopie,Etiopía
Fiji ~Fijian
Finland ~Finnish |Finlande,Finlandia
France =French Republic ~French |Francia
Gabon ~Gabonese
Gambia =Gambia (Islamic Republic of the) ~Gambian |Gambie
Georgia ~Georgian |Géorgie
Germany =Federal Republic of Germany ~German |Allemagne,Alemania
Ghana ~Ghanaian
Greece ~Greek |Grèce,Grecia
Grenada ~Grenadian
Guatemala ~Guatemalan
Guinea ~Guinean |Guinée
Guinea-Bissau
Guyana ~Guyanese
Haiti ~Haitian |Haïti,Haití
Holy See |Saint-Siège,Santa Sede
Honduras ~Honduran
Hungary ~Hungarian |Hongrie,Hungría
Iceland ~Icelandic |Islande,Islandia
India ~Indian |Inde
Indonesia ~Indonesian |Indonésie
Iran (Islamic Republic of) =Iran,Islamic Republic of Iran ~Iranian |République islamique d'Iran,República Islámica del Irán,Irán (República Islámica del),Iran (République islamique d')
Iraq =Republic of Iraq ~Iraqi
Ireland ~Irish |Irlande,Irlanda
Israel =Israeli regime ~Israeli |Israël
Italy ~Italian |Italie,Italia
Jamaica ~Jamaican
Japan ~Japanese |Japon,Japón
Jordan ~Jordanian |Jordanie,Jordania
Kazakhstan ~Kazakh
Kenya ~Kenyan
Kiribati
Kuwait ~Kuwaiti
Kyrgyzstan =Kyrgyz Republic ~Kyrgyz |Kirghizistan,Kirguistán
Lao People's Democratic Republic =Laos ~Lao
Latvia ~Latvian |Lettonie,Letonia
Lebanon ~Lebanese |Liban,Líbano
Lesotho
Liberia ~Liberian
Libya =Libyan Arab Jamahiriya,State of Libya ~Libyan |Libye,Libia
Liechtenstein
Lithuania ~Lithuanian |Lituanie,Lituania
Luxembourg
Madagascar ~Malagasy
Malawi ~Malawian
Malaysia ~Malaysian |Malaisie,Malasia
Maldives ~Maldivian
Mali ~Malian
Malta ~Maltese |Malte
Marshall Islands
Mauritania ~Mauritanian |Mauritanie
Mauritius ~Mauritian |Maurice,Mauricio
Mexico ~Mexican |Mexique,México
Micronesia (Federated States of) =Micronesia,Federated States of Micronesia
Monaco
Mongolia ~Mongolian |Mongolie
Montenegro ~Montenegrin
Morocco =Kingdom of Morocco ~Moroccan |Maroc,Marruecos
Mozambique ~Mozambican
Myanmar =Burma
Namibia ~Namibian |Namibie
Nauru
Nepal ~Nepalese |Népal
Netherlands =Netherlands (Kingdom of the),Kingdom of the Netherlands ~Dutch |Pays-Bas,Países Bajos
New Zealand |Nouvelle-Zélande,Nueva Zelandia
Nicaragua ~Nicaraguan
Niger =the Niger ~Nigerien
Nigeria ~Nigerian
North Macedonia =the former Yugoslav Republic of Macedonia |Macédoine du Nord,Macedonia del Norte
Norway ~Norwegian |Norvège,Noruega
Oman ~Omani
Pakistan ~Pakistani |Pakistán
Palau
Panama ~Panamanian |Panamá
Papua New Guinea
Paraguay ~Paraguayan
Peru ~Peruvian |Pérou,Perú
Philippines ~Philippine |Filipinas
Poland ~Polish |Pologne,Polonia
Portugal ~Portuguese
Qatar ~Qatari
Republic of Korea =South Korea,ROK ~Korean |République de Corée,República de Corea
Republic of Moldova =Moldova ~Moldovan |République de Moldova,República de Moldova
Romania ~Romanian |Roumanie,Rumania
Russian Federation =Russia ~Russian |Fédération de Russie,Federación de Rusia
Rwanda ~Rwandan
Saint Kitts and Nevis
Saint Lucia
Saint Vincent and the Grenadines
Samoa ~Samoan
San Marino
Sao Tome and Principe
Saudi Arabia ~Saudi |Arabie saoudite,Arabia Saudita
Senegal ~Senegalese |Sénégal
Serbia =Republic of Serbia ~Serbian |Serbie
Seychelles
Sierra Leone
Singapore |Singapour,Singapur
Slovakia =Slovak Republic ~Slovak |Slovaquie,Eslovaquia
Slovenia ~Slovenian |Slovénie,Eslovenia
Solomon Islands
Somalia ~Somali |Somalie
South Africa =Union of South Africa ~South African |Afrique du Sud,Sudáfrica
South Sudan ~South Sudanese |Soudan du Sud,Sudán del Sur
Spain ~Spanish |Espagne,España
Sri Lanka =Ceylon ~Sri Lankan
State of Palestine =Palestine,Observer State of Palestine ~Palestinian |État de Palestine,Estado de Palestina
Sudan =Republic of the Sudan ~Sudanese |Soudan,Sudán
Suriname
Sweden ~Swedish |Suède,Suecia
Switzerland ~Swiss |Suisse,Suiza
Syrian Arab Republic =Syria ~Syrian |République arabe syrienne,República Árabe Siria
Tajikistan ~Tajik |Tadjikistan,Tayikistán
Thailand ~Thai |Thaïlande,Tailandia
Timor-Leste =East Timor
Togo ~Togolese
Tonga
Trinidad and Tobago |Trinité-et-Tobago,Trinidad y Tabago
Tunisia ~Tunisian |Tunisie,Túnez
Türkiye =Turkey ~Turkish |Turquie,Turquía
Turkmenistan ~Turkmen
Tuvalu
Uganda ~Ugandan |Ouganda
Ukraine =Ukrainian SSR ~Ukrainian |Ucrania
United Arab Emirates =UAE ~Emirati |Émirats arabes unis,Emiratos Árabes Unidos
United Kingdom of Great Britain and Northern Ireland =United Kingdom,Great Britain,UK ~British |Royaume-Uni,Reino Unido,Reino Unido de Gran Bretaña e Irlanda del Norte,Royaume-Uni de Grande-Bretagne et d'Irlande du Nord
United Republic of Tanzania =Tanzania ~Tanzanian |République-Unie de Tanzanie,República Unida de Tanzanía
United States of America =United States,US,USA ~American |États-Unis,Estados Unidos,Estados Unidos de América,États-Unis d'Amérique
Uruguay ~Uruguayan
Uzbekistan ~Uzbek
Vanuatu
Venezuela (Bolivarian Republic of) =Venezuela,Bolivarian Republic of Venezuela ~Venezuelan |Venezuela (República Bolivariana de),República Bolivariana de Venezuela,Venezuela (République bolivarienne du),République bolivarienne du Venezuela
Viet Nam =Vietnam,Socialist Republic of Viet Nam ~Vietnamese
Yemen ~Yemeni |Yémen
Zambia ~Zambian |Zambie
Zimbabwe ~Zimbabwean
Czechoslovakia =Czechoslovak Socialist Republic,Czech and Slovak Federal Republic ~Czechoslovak |Tchécoslovaquie,Checoslovaquia
Democratic Yemen =People's Democratic Republic of Yemen |Yémen démocratique,Yemen Democrático
German Democratic Republic |République démocratique allemande,República Democrática Alemana
Serbia and Montenegro |Serbie-et-Monténégro,Serbia y Montenegro
Union of Soviet Socialist Republics =Soviet Union,USSR ~Soviet |Union des Républiques socialistes soviétiques,Unión de Repúblicas Socialistas Soviéticas
United Arab Republic |République arabe unie,República Árabe Unida
Yugoslavia =Socialist Federal Republic of Yugoslavia,Federal Republic of Yugoslavia ~Yugoslav |Yougoslavie
"""  # noqa: E501 - a row is a State
