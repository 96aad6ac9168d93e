"""Three small resolutions in six languages each, as the bodies write them."""

ASSEMBLY = {
    "en": """
75/1. Safe drinking water for all
The General Assembly,
Recalling its resolution 70/1 of 25 September 2015,
Reaffirming also the right of everyone to water,
Deeply concerned that many people still have none,
Bearing in mind the report of the Secretary-General,
1. Reaffirms that water is essential to life;
2. Calls upon Member States:
(a) To protect their rivers;
(b) To give access to all, and in particular:
(i) To women;
(ii) To children;
3. Requests the Secretary-General to report to it at its next session;
4. Decides to remain seized of the matter.
Annex
Declaration on water
1. Water belongs to all.
2. States shall share it.
""",
    "fr": """
75/1. L’eau potable pour tous
L’Assemblée générale,
Rappelant sa résolution 70/1 du 25 septembre 2015,
Réaffirmant également le droit de chacun à l’eau,
Profondément préoccupée par le fait que beaucoup en manquent,
Ayant à l’esprit le rapport du Secrétaire général,
1. Réaffirme que l’eau est indispensable à la vie ;
2. Demande aux États Membres :
a) De protéger leurs cours d’eau ;
b) De donner accès à tous, et en particulier :
i) Aux femmes ;
ii) Aux enfants ;
3. Prie le Secrétaire général de lui faire rapport à sa prochaine session ;
4. Décide de rester saisie de la question.
Annexe
Déclaration sur l’eau
1. L’eau appartient à tous.
2. Les États la partagent.
""",
    "es": """
75/1. Agua potable para todos
La Asamblea General,
Recordando su resolución 70/1, de 25 de septiembre de 2015,
Reafirmando también el derecho de todos al agua,
Profundamente preocupada por que muchas personas carezcan de ella,
Teniendo presente el informe del Secretario General,
1. Reafirma que el agua es esencial para la vida;
2. Exhorta a los Estados Miembros a que:
a) Protejan sus ríos;
b) Den acceso a todos, y en particular:
i) A las mujeres;
ii) A los niños;
3. Solicita al Secretario General que la informe en su próximo período de sesiones;
4. Decide seguir ocupándose de la cuestión.
Anexo
Declaración sobre el agua
1. El agua es de todos.
2. Los Estados la compartirán.
""",
    "ru": """
75/1. Питьевая вода для всех
Генеральная Ассамблея,
ссылаясь на свою резолюцию 70/1 от 25 сентября 2015 года,
вновь подтверждая также право каждого на воду,
будучи глубоко обеспокоена тем, что многие люди ее не имеют,
принимая во внимание доклад Генерального секретаря,
1. вновь подтверждает, что вода необходима для жизни;
2. призывает государства-члены:
a) защищать свои реки;
b) обеспечить доступ всем, и в частности:
i) женщинам;
ii) детям;
3. просит Генерального секретаря представить ей доклад на ее следующей сессии;
4. постановляет продолжать заниматься этим вопросом.
Приложение
Декларация о воде
1. Вода принадлежит всем.
2. Государства делят ее.
""",
    "ar": """
75/1. مياه الشرب للجميع
إن الجمعية العامة،
إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015،
وإذ تؤكد من جديد أيضا حق كل فرد في المياه،
وإذ يساورها بالغ القلق لأن كثيرا من الناس محرومون منها،
وإذ تضع في اعتبارها تقرير الأمين العام،
1 - تؤكد من جديد أن المياه ضرورية للحياة؛
2 - تهيب بالدول الأعضاء أن تقوم بما يلي:
(أ) حماية أنهارها؛
(ب) إتاحة المياه للجميع، وبخاصة:
’1‘ للنساء؛
’2‘ للأطفال؛
3 - تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها المقبلة؛
4 - تقرر أن تبقي المسألة قيد نظرها.
المرفق
إعلان بشأن المياه
1 - المياه ملك للجميع.
2 - على الدول أن تتقاسمها.
""",
    "zh": """
75/1. 人人享有安全饮用水
大会，
回顾其2015年9月25日第70/1号决议，
又重申人人享有水的权利，
深切关注许多人仍然没有水，
铭记秘书长的报告，
1. 重申水对生命至关重要；
2. 促请会员国：
(a) 保护其河流；
(b) 让人人获得水，尤其是：
㈠ 妇女；
㈡ 儿童；
3. 请秘书长向大会下届会议提出报告；
4. 决定继续处理此案。
附件
水宣言
1. 水属于所有人。
2. 各国应分享水。
""",
}
PLENIPOTENTIARY = {
    "en": """
RESOLUTION 200 (Rev. Dubai, 2018)
Connect the world
The Plenipotentiary Conference of the International Telecommunication Union (Dubai, 2018),
recalling
a) Resolution 70/1 of the United Nations General Assembly;
b) Resolution 71 (Rev. Busan, 2014) of the Plenipotentiary Conference,
considering further
that networks grow,
recognizing
a) the role of the Sectors;
b) that:
i) some work on standards;
ii) others on development,
resolves
1 to reaffirm the goals;
2 to call on all to act,
instructs the Secretary-General and the Directors of the Bureaux
1 to monitor progress;
2 to report each year,
instructs the Council
to review the work,
invites Member States and Sector Members
to take part.
""",
    "fr": """
RÉSOLUTION 200 (Rév. Dubaï, 2018)
Connecter le monde
La Conférence de plénipotentiaires de l'Union internationale des télécommunications (Dubaï, 2018),
rappelant
a) la Résolution 70/1 de l'Assemblée générale des Nations Unies;
b) la Résolution 71 (Rév. Busan, 2014) de la Conférence de plénipotentiaires,
considérant en outre
que les réseaux se développent,
reconnaissant
a) le rôle des Secteurs;
b) que:
i) certains travaillent sur les normes;
ii) d'autres sur le développement,
décide
1 de réaffirmer les buts;
2 d'appeler tous les acteurs à agir,
charge le Secrétaire général et les Directeurs des Bureaux
1 de suivre les progrès;
2 de faire rapport chaque année,
charge le Conseil
d'examiner les travaux,
invite les États Membres et les Membres de Secteur
à participer.
""",
    "es": """
RESOLUCIÓN 200 (Rev. Dubái, 2018)
Conectar el mundo
La Conferencia de Plenipotenciarios de la Unión Internacional de Telecomunicaciones (Dubái, 2018),
recordando
a) la Resolución 70/1 de la Asamblea General de las Naciones Unidas;
b) la Resolución 71 (Rev. Busán, 2014) de la Conferencia de Plenipotenciarios,
considerando además
que las redes crecen,
reconociendo
a) la función de los Sectores;
b) que:
i) unos trabajan en normas;
ii) otros en el desarrollo,
resuelve
1 reafirmar los objetivos;
2 pedir a todos que actúen,
encarga al Secretario General y a los Directores de las Oficinas
1 que supervisen los progresos;
2 que informen cada año,
encarga al Consejo
que examine los trabajos,
invita a los Estados Miembros y a los Miembros de Sector
a que participen.
""",
    "ru": """
РЕЗОЛЮЦИЯ 200 (Пересм. Дубай, 2018 г.)
Соединим мир
Полномочная конференция Международного союза электросвязи (Дубай, 2018 г.),
напоминая
a) о Резолюции 70/1 Генеральной Ассамблеи Организации Объединенных Наций;
b) о Резолюции 71 (Пересм. Пусан, 2014 г.) Полномочной конференции,
учитывая далее,
что сети растут,
признавая
a) роль Секторов;
b) что:
i) одни занимаются стандартами;
ii) другие – развитием,
решает
1 подтвердить цели;
2 призвать всех действовать,
поручает Генеральному секретарю и Директорам Бюро
1 следить за ходом работы;
2 ежегодно представлять отчет,
поручает Совету
рассмотреть работу,
предлагает Государствам-Членам и Членам Секторов
принять участие.
""",
    "ar": """
القـرار 200 (المراجَع في دبي، 2018)
توصيل العالم
إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (دبي، 2018)،
إذ يذكّر
أ ) بالقرار 70/1 للجمعية العامة للأمم المتحدة؛
ب) بالقرار 71 (المراجَع في بوسان، 2014) لمؤتمر المندوبين المفوضين،
وإذ يضع في اعتباره كذلك
أن الشبكات تنمو،
وإذ يقر
أ ) بدور القطاعات؛
ب) بأن:
’1‘ بعضها يعمل في المعايير؛
’2‘ وبعضها في التنمية،
يقرر
1 أن يؤكد من جديد الأهداف؛
2 أن يدعو الجميع إلى العمل،
يكلف الأمين العام ومديري المكاتب
1 برصد التقدم؛
2 بتقديم تقرير كل عام،
يكلف المجلس
باستعراض العمل،
يدعو الدول الأعضاء وأعضاء القطاعات
إلى المشاركة.
""",
    "zh": """
第200号决议（2018年，迪拜，修订版）
连通世界
国际电信联盟全权代表大会（2018年，迪拜），
忆及
a) 联合国大会第70/1号决议；
b) 全权代表大会第71号决议（2014年，釜山，修订版），
进一步考虑到
网络在发展，
认识到
a) 各部门的作用；
b) 以下情况：
i) 一些部门制定标准；
ii) 另一些部门促进发展，
做出决议
1 重申各项目标；
2 呼吁各方采取行动，
责成秘书长和各局主任
1 监督进展；
2 每年提交报告，
责成理事会
审议这项工作，
请成员国和部门成员
参与其中。
""",
}
HEALTH_ASSEMBLY = {
    "en": """
The Seventy-fifth World Health Assembly,
Having considered the report by the Director-General,
Recognizing that health is a right,
Noting the work of the Secretariat,
1. ADOPTS the plan of action;
2. URGES Member States:
(1) to apply the plan;
(2) to share data;
3. REQUESTS the Director-General to report in 2025.
""",
    "fr": """
La Soixante-Quinzième Assemblée mondiale de la Santé,
Ayant examiné le rapport du Directeur général,
Reconnaissant que la santé est un droit,
Notant les travaux du Secrétariat,
1. ADOPTE le plan d’action ;
2. INVITE INSTAMMENT les États Membres :
1) à appliquer le plan ;
2) à communiquer des données ;
3. PRIE le Directeur général de faire rapport en 2025.
""",
    "es": """
La 75.ª Asamblea Mundial de la Salud,
Habiendo examinado el informe del Director General,
Reconociendo que la salud es un derecho,
Tomando nota de la labor de la Secretaría,
1. ADOPTA el plan de acción;
2. INSTA a los Estados Miembros a que:
1) apliquen el plan;
2) compartan datos;
3. PIDE al Director General que informe en 2025.
""",
    "ru": """
Семьдесят пятая сессия Всемирной ассамблеи здравоохранения,
рассмотрев доклад Генерального директора,
признавая, что здоровье является правом,
отмечая работу Секретариата,
1. ПРИНИМАЕТ план действий;
2. ПРИЗЫВАЕТ государства-члены:
(1) осуществлять план;
(2) обмениваться данными;
3. ПРЕДЛАГАЕТ Генеральному директору представить доклад в 2025 г.
""",
    "ar": """
جمعية الصحة العالمية الخامسة والسبعون،
بعد النظر في تقرير المدير العام،
وإذ تقر بأن الصحة حق،
وإذ تلاحظ عمل الأمانة،
1- تعتمد خطة العمل؛
2- تحث الدول الأعضاء على ما يلي:
(1) تطبيق الخطة؛
(2) تبادل البيانات؛
3- تطلب إلى المدير العام تقديم تقرير في عام 2025.
""",
    "zh": """
第七十五届世界卫生大会，
审议了总干事的报告，
认识到健康是一项权利，
注意到秘书处的工作，
1. 通过行动计划；
2. 敦促会员国：
(1) 实施该计划；
(2) 分享数据；
3. 要求总干事在2025年提交报告。
""",
}

SECTIONS = {
    "en": """
The General Assembly,
Recalling its resolution 70/1,
Noting that:
(a) Time is short;
(b) Work is long,
I
Oceans
1. Decides to act;
2. Requests all:
(a) To help;
II
Forests
3. Also decides to plant trees;
""",
    "fr": """
L’Assemblée générale,
Rappelant sa résolution 70/1,
Notant que :
a) Le temps presse ;
b) Le travail est long,
I
Océans
1. Décide d’agir ;
2. Prie tous :
a) D’aider ;
II
Forêts
3. Décide également de planter des arbres ;
""",
    "es": """
La Asamblea General,
Recordando su resolución 70/1,
Observando que:
a) El tiempo apremia;
b) El trabajo es largo,
I
Océanos
1. Decide actuar;
2. Solicita a todos que:
a) Ayuden;
II
Bosques
3. Decide también plantar árboles;
""",
    "ru": """
Генеральная Ассамблея,
ссылаясь на свою резолюцию 70/1,
отмечая, что:
a) времени мало;
b) работы много,
I
Океаны
1. постановляет действовать;
2. просит всех:
a) помогать;
II
Леса
3. постановляет также сажать деревья;
""",
    "ar": """
إن الجمعية العامة،
إذ تشير إلى قرارها 70/1،
وإذ تلاحظ أن:
(أ) الوقت قصير؛
(ب) العمل طويل،
أولا
المحيطات
1 - تقرر أن تعمل؛
2 - تطلب إلى الجميع:
(أ) المساعدة؛
ثانيا
الغابات
3 - تقرر أيضا غرس الأشجار؛
""",
    "zh": """
大会，
回顾其第70/1号决议，
注意到：
(a) 时间紧迫；
(b) 工作繁重，
一
海洋
1. 决定采取行动；
2. 请各方：
(a) 提供帮助；
二
森林
3. 又决定植树；
""",
}
